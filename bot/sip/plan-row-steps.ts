/** What the pages of the plan's rows have in common: "Ändra" and "Ta bort" at a row, "Visa fler", and saving one. */
import type { PageName, PageRef, PlanRowsPage } from '../../domain/names.ts';
import { changingPage, type Editing, editingOf, moreRows, rowsOn } from '../../domain/plan-rows.ts';
import type { CaseFile, Change, Removable } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

type Row = { id: string; ordinal: number; revision: number };

/** Where saving leads: another page, or to the change of the row whose button was pressed. */
export type LeadsTo = PageName | 'CHANGE';

const gone = (page: PlanRowsPage): Outcome => ({
  code: 'gone',
  page,
  notice: { key: 'err.rowGone' },
  keepTyped: true,
});

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
 * "Lägg till" and "Spara" ask for a row; "Nästa", "Tillbaka" and the buttons at other rows keep one that is begun, and say
 * what it lacks.
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
  return {
    code: 'ok',
    changes: isLeft ? [] : changes('row' in editing ? editing.row : null),
    page: to === 'CHANGE' ? pageToChange(page, file, act.of) : to,
  };
}

/** The page with the row's values in its fields. */
function pageToChange(page: PlanRowsPage, file: CaseFile, of: string | null): PageRef {
  const row = rowsOn(page, file, openPlan(file)).find(({ ordinal }) => String(ordinal) === of);
  return row ? changingPage(page, row) : page;
}

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
    run(context): Outcome {
      const { file, act, posting } = context;
      const plan = openPlan(file);
      const row = rowsOn(page, file, plan).find(({ ordinal }) => String(ordinal) === act.of) as R | undefined;
      if (!row) return { code: 'nothing', keepTyped: true };
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
