import { say, type TextKey } from '../../cards/texts/say.ts';
import type { RowVerb } from '../../domain/names.ts';
import { rowRef } from '../../domain/plan-rows.ts';
import type { View } from '../act.ts';

type RowKind = RowVerb extends `${infer K}.${string}` ? K : never;

const NUMBERED = {
  need: 'need.n',
  goal: 'goal.n',
  measure: 'measure.n',
  openPoint: 'openPoint.n',
} as const satisfies Record<RowKind, TextKey>;

/** "Mål 2". */
export const sayNumbered = ({ language }: Pick<View, 'language'>, kind: RowKind, n: number): string =>
  say(language, NUMBERED[kind], { n });

/** What is called "Mål 2" where one chooses. */
export const sayRow = (view: Pick<View, 'language'>, kind: RowKind, row: { ordinal: number; text: string }) => ({
  label: sayNumbered(view, kind, row.ordinal),
  text: row.text,
});

/** The number of a row of the plan, and its two buttons. */
export function sayRowButtons<K extends RowKind>(
  view: Pick<View, 'language'>,
  kind: K,
  row: { ordinal: number; id: string },
) {
  const what = sayNumbered(view, kind, row.ordinal).toLowerCase();
  return {
    n: row.ordinal,
    change: `${kind}.change:${rowRef(row)}` as const,
    remove: `${kind}.remove:${rowRef(row)}` as const,
    changeTip: say(view.language, 'row.change', { what }),
    removeTip: say(view.language, 'row.remove', { what }),
  };
}
