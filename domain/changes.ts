import type { CaseFile, Change } from './rows/case-file.ts';

type Row = { id: string };

/**
 * A row of another case (a brother's or sister's, or the one that goes on where this one ended), or of none: a line in a
 * chat is no card of the case.
 */
const isElsewhere = (file: CaseFile, change: Change): boolean => {
  if ('remove' in change) return false;
  const caseId = change.in === 'case' ? change.id : 'caseId' in change.set ? change.set.caseId : undefined;
  return caseId !== undefined && caseId !== file.case.id;
};

/**
 * The case file as it will be once the changes are stored: what is shown after an act, without reading it again. Throws
 * where part of a row finds no row, as the store does: half a card must not be drawn, nor sent.
 */
export function withChanges(file: CaseFile, changes: readonly Change[]): CaseFile {
  const next: CaseFile = { ...file };
  for (const change of changes) {
    if (isElsewhere(file, change)) continue;
    if (change.in === 'case') next.case = { ...next.case, ...change.set };
    else Object.assign(next, { [`${change.in}s`]: changed(next[`${change.in}s`], change) });
  }
  return next;
}

function changed(rows: readonly Row[], change: Change): Row[] {
  if ('remove' in change) return rows.filter((row) => row.id !== change.id);
  if (rows.some((row) => row.id === change.id))
    return rows.map((row) => (row.id === change.id ? { ...row, ...change.set } : row));
  // Part of a row never says which row it is; a whole one does (`Change`).
  if (!('id' in change.set))
    throw new Error(`${change.in} ${change.id} is not in the case, and the change is no whole row`);
  return [...rows, { ...change.set, id: change.id }];
}
