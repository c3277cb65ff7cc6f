/**
 * Pages that write one kind of row of the plan: a list with "Ändra" and "Ta bort" at each row, and fields below that
 * add one, or change the one that was pressed. Two people may write: adding is never in each other's way, and a change
 * says which revision of its row it was made from.
 */
import { goalsOf, needsOf, openPointsOf } from './current.ts';
import { nameIn, type PageRef, type PlanRowsPage, partIn } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import { measuresByGoal } from './write-measure.ts';

type Row = { id: string; ordinal: number; revision: number };

/** As many rows as a card holds with their words and buttons; the others come by "Visa fler". */
export const ROWS_SHOWN = { needs: 8, goals: 8, measures: 5, openPoints: 8 } as const satisfies Record<
  PlanRowsPage,
  number
>;

const shownOn = (page: PageRef): number => ROWS_SHOWN[nameIn(page) as PlanRowsPage];

const ROWS = {
  needs: needsOf,
  goals: goalsOf,
  measures: measuresByGoal,
  openPoints: openPointsOf,
} as const satisfies Record<PlanRowsPage, (file: CaseFile, plan: Plan | undefined) => Row[]>;

export const rowsOn = (page: PlanRowsPage, file: CaseFile, plan: Plan | undefined): Row[] => ROWS[page](file, plan);

export const nextOrdinal = (rows: readonly Row[]): number => Math.max(0, ...rows.map(({ ordinal }) => ordinal)) + 1;

const markOf = (id: string): string => id.replace(/\W/g, '').slice(-4);

/** Which row: its number, and a mark of its own, since the number of a row that is taken away comes back. */
export const rowRef = ({ ordinal, id }: Pick<Row, 'ordinal' | 'id'>): string => `${ordinal}_${markOf(id)}`;

/** Without a mark (cards from before) any row of that number. */
export function rowNamed<R extends Row>(rows: readonly R[], ref: string | null): R | undefined {
  const [, ordinal, mark] = /^(\d{1,4})(?:_(\w{1,4}))?$/.exec(ref ?? '') ?? [];
  return rows.find((row) => row.ordinal === Number(ordinal) && (mark === undefined || mark === markOf(row.id)));
}

/** `goals:7_ab12-3`: goal 7 is being changed, as it was in revision 3. */
export const changingPage = (page: PlanRowsPage | 'measureMore', row: Row): PageRef =>
  `${page}:${rowRef(row)}-${row.revision}`;

/** `goals:+8`: shown from the ninth row on. */
const fromPage = (page: PlanRowsPage, from: number): PageRef => (from > 0 ? `${page}:+${from}` : page);

/** The part of the list that a row stands in. */
export function pageShowing(page: PlanRowsPage, rows: readonly Row[], id: string): PageRef {
  const index = rows.findIndex((row) => row.id === id);
  return fromPage(page, index < 0 ? 0 : index - (index % ROWS_SHOWN[page]));
}

/** STALE: somebody has changed the row meanwhile; GONE: or taken it away. */
export type Editing<R> = { is: 'ADD' | 'GONE' } | { is: 'CHANGE' | 'STALE'; row: R };

export function editingOf<R extends Row>(page: PageRef, rows: readonly R[]): Editing<R> {
  const [, ref, revision] = /^(\w{1,9})-(\d{1,6})$/.exec(partIn(page) ?? '') ?? [];
  if (ref === undefined) return { is: 'ADD' };
  const row = rowNamed(rows, ref);
  if (!row) return { is: 'GONE' };
  return { is: row.revision === Number(revision) ? 'CHANGE' : 'STALE', row };
}

/** Which rows a page shows: those around the one that is being changed, or from where "Visa fler" has come to. */
export function shownRows<R extends Row>(page: PageRef, rows: readonly R[]): { rows: R[]; hasMore: boolean } {
  const editing = editingOf(page, rows);
  const index =
    'row' in editing ? rows.indexOf(editing.row) : Number(/^\+(\d{1,3})$/.exec(partIn(page) ?? '')?.[1] ?? 0);
  const most = shownOn(page);
  const from = index < rows.length ? index - (index % most) : 0;
  return { rows: rows.slice(from, from + most), hasMore: rows.length > most };
}

/** The next rows, and after the last the first. */
export function moreRows(page: PageRef, rows: readonly Row[]): PageRef {
  const name = nameIn(page) as PlanRowsPage;
  const [first] = shownRows(page, rows).rows;
  const next = first ? rows.findIndex(({ id }) => id === first.id) + ROWS_SHOWN[name] : 0;
  return fromPage(name, next < rows.length ? next : 0);
}
