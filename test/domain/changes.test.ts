/** What is drawn after an act is what will be stored, and what cannot be stored is not drawn. */
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { lineWhereItStood, newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { caseFile, caseRow } from '../support/case-rows.ts';
import { NOW } from '../support/case-views.ts';

const file = caseFile(caseRow());
const TABLES = Object.entries(file)
  .filter(([, rows]) => Array.isArray(rows))
  .map(([name]) => name.slice(0, -1));

describe('fault 51: part of a row', () => {
  test.each(TABLES)('that is no %s of the case is refused', (table) => {
    const change = { in: table, id: 'elsewhere', set: { revision: 1 } } as unknown as Change;
    expect(() => withChanges(file, [change])).toThrow(`${table} elsewhere is not in the case`);
  });

  test('of a row that the same decision made is written on it', () => {
    const at = {
      kind: 'CASE',
      page: 'guide',
      caseId: file.case.id,
      tenantId: 't',
      language: 'sv',
      createdAt: NOW,
    } as const;
    const after: CaseFile = withChanges(file, [
      newPosting('p', at),
      { in: 'posting', id: 'p', set: { activityId: 'm1' } },
    ]);
    expect(after.postings).toMatchObject([{ id: 'p', page: 'guide', activityId: 'm1' }]);
  });
});

test('a line where a card stood is no card of the case', () => {
  const card = newPosting('p', {
    kind: 'CASE',
    page: 'case',
    caseId: file.case.id,
    tenantId: 't',
    language: 'sv',
    createdAt: NOW,
  });
  const line = lineWhereItStood('l', card.set as Posting, 'K7M-3XQ', NOW);
  expect(withChanges(file, [card, line]).postings.map(({ id }) => id)).toEqual(['p']);
});
