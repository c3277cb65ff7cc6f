/** How the store reads what is sealed: a text that does not open says so once, and closes nothing. */
import { UNREADABLE } from '../domain/unreadable.ts';
import { type KeyRing, KeyRingFault } from './crypto.ts';

/** What stands sealed in a row that was copied from one whose text could not be read: it opens as little. */
const LOST = 'unreadable';

/** `onUnreadable` is told of each text once while the program runs, by its place (`Model.field:rowId`). */
export function openingWhatOpens(keys: KeyRing, onUnreadable: (place: string) => void): KeyRing {
  const told = new Set<string>();
  return {
    ...keys,
    seal: (text, place) => (text === UNREADABLE ? LOST : keys.seal(text, place)),
    open(sealed, place) {
      try {
        return keys.open(sealed, place);
      } catch (fault) {
        if (!(fault instanceof KeyRingFault)) throw fault;
        if (!told.has(place)) onUnreadable(place);
        told.add(place);
        return UNREADABLE;
      }
    },
  };
}
