import { say, type TextKey } from '../../cards/texts/say.ts';
import type { OpenPage } from '../../domain/names.ts';
import type { View } from '../act.ts';

/** `at`: the page that the row's button opens. `isFilled`: nothing is missing there. */
export type Row = { label: string; state: string; button: string; at: OpenPage; isFilled: boolean };
/** With the heading of its sitting over the first. */
export type HeadedRow = Row & { heading: string | null };
export type Phase = { key: TextKey; at: readonly OpenPage[]; rows: Row[] };

const CHOSEN: readonly OpenPage[] = ['invite', 'time', 'goOn'];

export function row({ language }: View, label: string, state: string, isFilled: boolean, at: OpenPage): Row {
  const toDo = CHOSEN.includes(at) ? 'button.choose' : 'button.fillIn';
  return { label, state, button: say(language, isFilled ? 'button.change' : toDo), at, isFilled };
}
