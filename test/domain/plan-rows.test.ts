import { describe, expect, test } from 'vitest';
import {
  changingPage,
  editingOf,
  moreRows,
  nextOrdinal,
  pageShowing,
  ROWS_SHOWN,
  rowNamed,
  rowRef,
  shownRows,
} from '../../domain/plan-rows.ts';

const rows = Array.from({ length: 19 }, (_, n) => ({ id: `row-${n + 1}`, ordinal: n + 1, revision: n === 2 ? 4 : 0 }));

describe('a page adds a row, or changes the one that was pressed', () => {
  test.each([
    ['goals', { is: 'ADD' }],
    ['goals:+8', { is: 'ADD' }],
    ['goals:3-4', { is: 'CHANGE', row: rows[2] }],
    ['goals:3-3', { is: 'STALE', row: rows[2] }],
    ['goals:3_row3-4', { is: 'CHANGE', row: rows[2] }],
    // Another row has its number now.
    ['goals:3_gone-4', { is: 'GONE' }],
    ['goals:99-0', { is: 'GONE' }],
    ['goals:constructor', { is: 'ADD' }],
  ] as const)('%s', (page, expected) => {
    expect(editingOf(page, rows)).toEqual(expected);
  });

  test('"Ändra" leads to the row as it is now', () => {
    expect(changingPage('goals', { id: 'row-3', ordinal: 3, revision: 4 })).toBe('goals:3_row3-4');
  });
});

test('a long list is shown in parts, and after the last the first', () => {
  const pages: string[] = ['goals'];
  const seen = new Set<string>();
  for (const page of pages) {
    const shown = shownRows(page as 'goals', rows);
    expect(shown.hasMore).toBe(true);
    for (const { id } of shown.rows) seen.add(id);
    const next = moreRows(page as 'goals', rows);
    if (next !== 'goals') pages.push(next);
  }
  expect(pages).toEqual(['goals', `goals:+${ROWS_SHOWN.goals}`, `goals:+${2 * ROWS_SHOWN.goals}`]);
  expect(seen.size).toBe(rows.length);
});

test('the row that is being changed is among those shown', () => {
  expect(shownRows('goals:18-0', rows).rows.map(({ ordinal }) => ordinal)).toContain(18);
  expect(shownRows('goals:+900', rows).rows[0]?.ordinal).toBe(1);
});

test('a new row has the number after the last', () => {
  expect(nextOrdinal([])).toBe(1);
  expect(nextOrdinal(rows)).toBe(20);
});

test('a row that was written just now stands in the part that is shown', () => {
  expect(pageShowing('goals', rows, 'row-1')).toBe('goals');
  expect(pageShowing('goals', rows, 'row-9')).toBe(`goals:+${ROWS_SHOWN.goals}`);
  expect(pageShowing('goals', rows, 'gone')).toBe('goals');
});

test('a button says which row: one that is gone is not another that has its number', () => {
  const [, second] = rows;
  if (!second) throw new Error('no second row');
  expect(rowNamed(rows, rowRef(second))).toBe(second);
  expect(rowNamed(rows, '2')).toBe(second);
  for (const odd of ['2_gone', '0', '-2', '99999', 'constructor', '', null])
    expect(rowNamed(rows, odd)).toBeUndefined();
});
