import { measureMore } from '../../cards/sip/measure-more.ts';
import { currentPlan, measuresOf } from '../../domain/current.ts';
import { changingPage, editingOf } from '../../domain/plan-rows.ts';
import type { Measure } from '../../domain/rows/plan.ts';
import { moreOf, whyNotStart } from '../../domain/write-measure.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';
import { rowInFields } from './plan-row-steps.ts';

const inFields = (context: CaseContext): Measure | null =>
  rowInFields('measures', context, measuresOf(context.file, currentPlan(context.file)));

const sentChoices = ({ act }: CaseContext): [string[], string[]] => {
  const sent = (act.data ?? {}) as Record<string, unknown>;
  return [[String(sent.doer)], [String(sent.after)]];
};

/** "Spara" leads to the list, and "Tillbaka" to the measure whose fields these are more of. */
export const saveMeasureMore = (to: 'LIST' | 'CHANGE') =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'measureMore',
    adds: true,
    typed: ['often', 'sign'],
    form: (context) => {
      const row = inFields(context);
      // Of a measure that is gone nothing is wrong: that it is gone is what is said.
      if (!row) return measureMore.form(...sentChoices(context));
      const { doers, after } = moreOf(context, row);
      return measureMore.form(
        doers.map(({ value }) => value),
        after.map(({ id }) => id),
      );
    },
    run(context): Outcome {
      const { form, file, posting } = context;
      const editing = editingOf(posting?.page ?? 'measureMore', measuresOf(file, openPlan(file)));
      if (!('row' in editing))
        return to === 'CHANGE'
          ? { code: 'gone', page: 'measures', notice: { key: 'err.measureGone' } }
          : { code: 'gone', notice: { key: 'err.measureGone' }, keepTyped: true };
      const { row } = editing;
      if (editing.is === 'STALE')
        return {
          code: 'rowChanged',
          page: changingPage('measureMore', row),
          notice: { key: 'err.stale' },
          keepTyped: true,
        };
      const { doer, after, often, sign } = form;
      const startOn = row.actor ? null : form.startOn;
      const why = whyNotStart(file, row, startOn);
      if (why) return invalid({ startOn: why === 'TOO_EARLY' ? 'error.dueTooEarly' : 'error.startAfterDue' });
      const { doers, after: choices } = moreOf(context, row);
      const chosen = doers.find(({ value }) => value === doer);
      const set = {
        personId: chosen?.personId ?? null,
        appointByOn: chosen?.appointByOn ?? null,
        startOn,
        afterRootId: choices.find(({ id }) => id === after)?.rootId ?? null,
        often,
        sign,
      };
      return {
        code: 'ok',
        changes: [{ in: 'measure', id: row.id, set }],
        page: to === 'LIST' ? 'measures' : changingPage('measures', { ...row, revision: row.revision + 1 }),
      };
    },
  });
