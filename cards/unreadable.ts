/**
 * What a card shows of a text that does not open any more: where it stood that it cannot be read, and once how to go on.
 * In a field: nothing, so that what is written there is new.
 */
import { holdsUnreadable, UNREADABLE } from '../domain/unreadable.ts';
import type { Frame } from './frame.ts';
import { say, type Voice } from './texts/say.ts';

export function readable<D>(data: D, frame: Frame): { data: D; frame: Frame } {
  const { language, values = {} } = frame;
  if (!holdsUnreadable([data, values])) return { data, frame };
  const emptied = Object.keys(values).filter((id) => values[id] === UNREADABLE);
  // A text to copy from may be made of several.
  const rest = Object.fromEntries(Object.entries(values).filter(([id]) => !emptied.includes(id)));
  return {
    data: withWords(data, language) as D,
    frame: {
      ...frame,
      values: { ...(withWords(rest, language) as typeof rest), ...Object.fromEntries(emptied.map((id) => [id, ''])) },
      warnings: {
        ...Object.fromEntries(emptied.map((id) => [id, say(language, 'unreadable.input')])),
        ...frame.warnings,
        // No input has this name: it stands at the top.
        ...(holdsUnreadable([data, rest]) ? { unreadable: say(language, 'unreadable.page') } : {}),
      },
    },
  };
}

function withWords(node: unknown, language: Voice): unknown {
  if (typeof node === 'string') return node.replaceAll(UNREADABLE, say(language, 'unreadable.text'));
  if (Array.isArray(node)) return node.map((one) => withWords(one, language));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withWords(value, language)]));
}
