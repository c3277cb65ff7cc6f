import type { z } from 'zod';
import { measures } from '../../cards/sip/measures.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { currentPlan, goalsOf, measuresOf } from '../../domain/current.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import { isPromised } from '../../domain/measures.ts';
import { nextOrdinal } from '../../domain/plan-rows.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type Measure, newMeasure, type Plan, rootOf } from '../../domain/rows/plan.ts';
import { gapsInMeasure, type MeasureGap, presetsOf } from '../../domain/write-measure.ts';
import { type CaseContext, caseStep } from '../act.ts';
import { openPlan } from './open-plan.ts';
import { type LeadsTo, removeRow, rowInFields, saveRow } from './plan-row-steps.ts';

type Form = z.output<ReturnType<typeof measures.form>>;
type Doer = Pick<Measure, 'actor' | 'unitId' | 'personId'>;

const SAID: Record<MeasureGap, [field: keyof Form, text: TextKey]> = {
  WHAT: ['what', 'error.what'],
  WHO: ['who', 'error.who'],
  OUTSIDE: ['who', 'error.unitOutside'],
  DAY: ['dueOn', 'error.dueOn'],
  DAY_OR_NOT: ['continuous', 'error.dayOrNot'],
  TOO_EARLY: ['dueOn', 'error.dueTooEarly'],
  BEFORE_START: ['dueOn', 'error.dueBeforeStart'],
};

/** A unit, or what does it besides; a card from before named a person. */
function doerOf(who: string | null, { file, register }: Pick<CaseContext, 'file' | 'register'>): Doer | null {
  const actor = MEASURE_ACTORS.find((one) => one === who) ?? null;
  if (actor) return { actor, unitId: file.case.unitId, personId: null };
  const person = personOf(register, who);
  const unit = unitOf(register, person?.unitId ?? who);
  return unit ? { actor: null, unitId: unit.id, personId: person?.id ?? null } : null;
}

/** What stands under "Mer" is kept, as far as it is about the same unit. */
const keptMore = (row: Measure | null, { actor, unitId, personId }: Doer): Partial<Measure> => {
  if (actor) return { personId: null, appointByOn: null, startOn: null, afterRootId: null, acceptedOn: null };
  const isSame = row !== null && isPromised(row) && row.unitId === unitId;
  if (isSame && personId === null) return { personId: row.personId };
  return isSame ? {} : { appointByOn: null, acceptedOn: null };
};

const written = (form: Form, doer: Doer, goalId: string | null, row: Measure | null) => ({
  what: form.what ?? '',
  goalId: form.goal ?? row?.goalId ?? goalId,
  dueOn: doer.actor || form.continuous ? null : form.dueOn,
  ...doer,
  ...keptMore(row, doer),
});

/** Every unit and person there is: one that the consent does not cover is answered at the field. */
const known = ({ register: { units, people } }: CaseContext): string[] => [...units, ...people].map(({ id }) => id);

export const saveMeasure = (to: LeadsTo, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'measures',
    adds: true,
    typed: ['what'],
    form: (context) =>
      measures.form(
        known(context),
        goalsOf(context.file, currentPlan(context.file)).map(({ id }) => id),
      ),
    run(context) {
      const { form, file, newId } = context;
      const plan = openPlan(file);
      const rows = measuresOf(file, plan);
      const doer = doerOf(form.who, context);
      const { startOn = null } = rowInFields('measures', context, rows) ?? {};
      const days = rows.flatMap(({ dueOn }) => dueOn ?? []);
      const said = { ...form, actor: doer?.actor ?? null, unitId: doer?.unitId ?? null, startOn, known: days };
      return saveRow('measures', context, to, isAsked, {
        rows,
        // Who and when stand there from the measure before: alone they say nothing yet.
        isEmpty: !form.what,
        faults: Object.fromEntries(gapsInMeasure(said, context).map((gap) => SAID[gap])),
        changes(row): Change[] {
          if (!doer) return [];
          const set = written(form, doer, presetsOf(file, plan).goalId, row);
          if (row) return [{ in: 'measure', id: row.id, set }];
          const id = newId();
          return [{ in: 'measure', id, set: newMeasure({ id, planId: plan.id, ordinal: nextOrdinal(rows), ...set }) }];
        },
      });
    },
  });

/** What came after it waits for nothing from now on. */
export const removeMeasure = removeRow<Measure>('measures', 'measure', undefined, ({ file }, row) =>
  measuresOf(file, { id: row.planId } satisfies Pick<Plan, 'id'>)
    .filter(({ id, afterRootId }) => id !== row.id && afterRootId === rootOf(row))
    .map(({ id }) => ({ in: 'measure' as const, id, set: { afterRootId: null } })),
);
