/**
 * A sealed text that does not open any more: a byte was changed, or its key is gone. What stands for it is never shown,
 * sent or stored, and the rest of the case can be read and worked on.
 */
import type { CaseFile, Change } from './rows/case-file.ts';

/** Stands where the text stood. Made anew at each start, so that nobody outside can hand it in. */
export const UNREADABLE = `unreadable ${crypto.randomUUID()}`;

export const holdsUnreadable = (value: unknown): boolean => JSON.stringify(value)?.includes(UNREADABLE) ?? false;

/** Whose text it is: with somebody else here it is another text. */
const BELONGS_TO: Readonly<Record<string, string>> = { excusedRef: 'excusedGuardian' };

/**
 * The same changes, without those that would put nothing in the place of a text that cannot be read: it stays as it is
 * stored until somebody writes another (its key may be found again). `isTyped`: they come from a page with a field for
 * it, which stood empty. What a rule takes away (a handing over, a refusal) goes, read or not.
 */
export const keepUnreadable = (file: CaseFile, changes: readonly Change[], isTyped: boolean): Change[] =>
  changes.map((change) => {
    const row = 'remove' in change ? undefined : rowOf(file, change);
    if (!row || !Object.values(row).includes(UNREADABLE) || 'remove' in change) return change;
    const set: Readonly<Record<string, unknown>> = change.set;
    const isAnother = (field: string) => {
      const owner = BELONGS_TO[field] ?? '';
      return owner in set && set[owner] !== row[owner];
    };
    const isKept = ([field, value]: [string, unknown]) =>
      row[field] === UNREADABLE && (value === UNREADABLE || (value === null && isTyped && !isAnother(field)));
    return { ...change, set: Object.fromEntries(Object.entries(set).filter((pair) => !isKept(pair))) } as Change;
  });

const rowOf = (file: CaseFile, { in: table, id }: Change): Readonly<Record<string, unknown>> | undefined =>
  table === 'case' ? file.case : file[`${table}s`].find((row) => row.id === id);
