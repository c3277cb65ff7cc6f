/** What the pages of the plan's rows have in common: "Ändra" and "Ta bort" at a row, "Visa fler", and saving one. */
import { withChanges } from '../../domain/changes.ts';
import { nameIn, type PageName, type PageRef, type PlanRowsPage } from '../../domain/names.ts';
import {
  changingPage,
  type Editing,
  editingOf,
  moreRows,
  pageShowing,
  rowNamed,
  rowsOn,
} from '../../domain/plan-rows.ts';
import type { CaseFile, Change, Removable } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

type Row = { id: string; ordinal: number; revision: number };

/**
 * Where saving leads: another page, the change of the row whose button was pressed, or more of the one that is changed.
 */
export type LeadsTo = PageName | 'CHANGE' | 'MORE';

const gone = (page: PlanRowsPage): Outcome => ({
  code: 'gone',
  page,
  notice: { key: 'err.rowGone' },
  keepTyped: true,
});

/** The row that is being changed, however it stands by now. */
export function rowInFields<R extends Row>(page: PlanRowsPage, { posting }: CaseContext, rows: readonly R[]): R | null {
  const editing = editingOf(posting?.page ?? page, rows);
  return 'row' in editing ? editing.row : null;
}

type Saving<R extends Row> = {
  rows: readonly R[];
  /** Nothing is typed. */
  isEmpty: boolean;
  /** Sentences at the fields: what a row must have. */
  faults: Parameters<typeof invalid>[0];
  /** The row as it is written: a new one, or what is another of `row`. */
  changes(row: R | null): Change[];
};

/**
 * "Lägg till" and "Spara" ask for a row; "Nästa", "Tillbaka" and the buttons at other rows keep one that is begun, and
 * say what it lacks.
 */
export function saveRow<R extends Row>(
  page: PlanRowsPage,
  { act, file, posting }: CaseContext,
  to: LeadsTo,
  isAsked: boolean,
  { rows, isEmpty, faults, changes }: Saving<R>,
): Outcome {
  const editing: Editing<R> = editingOf(posting?.page ?? page, rows);
  if (editing.is === 'GONE') return gone(page);
  if (editing.is === 'STALE')
    return {
      code: 'rowChanged',
      page: changingPage(page, editing.row),
      notice: { key: 'err.stale' },
      keepTyped: true,
    };
  const isLeft = isEmpty && !isAsked;
  if (!isLeft && Object.keys(faults).length > 0) return invalid(faults);
  const row = 'row' in editing ? editing.row : null;
  const changed = isLeft ? [] : changes(row);
  return { code: 'ok', changes: changed, page: pageAfter(page, { file, of: act.of, to, row, rows, changed }) };
}

type Saved<R> = {
  file: CaseFile;
  of: string | null;
  to: LeadsTo;
  row: R | null;
  rows: readonly R[];
  changed: readonly Change[];
};

/** A row that was saved just now has one revision more than the one it was read with. */
function pageAfter<R extends Row>(page: PlanRowsPage, { file, of, to, row, rows, changed }: Saved<R>): PageRef {
  const all = rowsOn(page, withChanges(file, changed), openPlan(file));
  const asStored = (one: Row) => ({
    ...one,
    revision: one.revision + (one.id === row?.id && changed.some(({ id }) => id === one.id) ? 1 : 0),
  });
  if (to === 'CHANGE') {
    const pressed = rowNamed(all, of);
    return pressed ? changingPage(page, asStored(pressed)) : page;
  }
  if (to === 'MORE') return row ? changingPage('measureMore', asStored(row)) : page;
  // A list that goes on shows what was written just now.
  const written = row ?? all.find(({ id }) => !rows.some((one) => one.id === id));
  return to === page && written ? pageShowing(page, all, written.id) : to;
}

/** "Ångra": the row that is being changed stays as it was, and the fields are empty for a new one. */
export const undoChange = caseStep({
  readsOnly: true,
  during: ['MEETING'],
  run: ({ posting }): Outcome => ({ code: 'ok', page: nameIn(posting?.page ?? 'needs') as PlanRowsPage }),
});

/** "Visa fler". */
export const moreRowsOf = (page: PlanRowsPage) =>
  caseStep({
    readsOnly: true,
    during: ['MEETING'],
    run: ({ file, posting }): Outcome => ({
      code: 'ok',
      page: moreRows(posting?.page ?? page, rowsOn(page, file, openPlan(file))),
      keepTyped: true,
    }),
  });

/** "Ta bort" at a row; what is typed below stays. `whyNot`: a sentence where it may not go. */
export const removeRow = <R extends Row>(
  page: PlanRowsPage,
  table: Extract<Removable, 'need' | 'goal' | 'measure' | 'openPoint'>,
  whyNot: (context: CaseContext, row: R, plan: Plan) => Outcome['notice'] = () => undefined,
  besides: (context: CaseContext, row: R) => Change[] = () => [],
) =>
  caseStep({
    during: ['MEETING'],
    // What is typed below stays, also on a card that had become old; nobody else's page becomes old by it.
    inputsOn: page,
    adds: true,
    run(context): Outcome {
      const { file, act, posting } = context;
      const plan = openPlan(file);
      const row = rowNamed(rowsOn(page, file, plan), act.of) as R | undefined;
      if (!row) return { code: 'nothing', notice: { key: 'err.stale' }, keepTyped: true };
      const notice = whyNot(context, row, plan);
      if (notice) return { code: 'inUse', notice, keepTyped: true };
      const editing = editingOf(posting?.page ?? page, [row]);
      // The row that stood in the fields is gone, and so are they.
      const isEdited = 'row' in editing;
      return {
        code: 'ok',
        changes: [...besides(context, row), { in: table, id: row.id, remove: true }],
        ...(isEdited ? { page } : { keepTyped: true as const }),
      };
    },
  });
