import type { z } from 'zod';
import { measures } from '../../cards/sip/measures.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { currentPlan, goalsOf, measuresOf } from '../../domain/current.ts';
import { personOf } from '../../domain/in-register.ts';
import type { PageName } from '../../domain/names.ts';
import { gapsInMeasure, type MeasureGap } from '../../domain/plan.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { newMeasure } from '../../domain/rows/plan.ts';
import type { Register } from '../../domain/rows/register.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

type Form = z.output<ReturnType<typeof measures.form>>;

/** Who and when alone say nothing yet, so they hold nobody back. */
const isEmpty = ({ what }: Form): boolean => !what;

const SAID: Record<MeasureGap, [field: keyof Form, text: TextKey]> = {
  WHAT: ['what', 'error.what'],
  WHO: ['who', 'error.who'],
  DAY: ['dueOn', 'error.dueOn'],
  TOO_EARLY: ['dueOn', 'error.dueTooEarly'],
};

/** Staff answer for it; what the family or somebody outside does, the one who holds the case sees to. */
function doerOf(who: string | null, { case: { convenerId } }: CaseFile, register: Register) {
  const actor = MEASURE_ACTORS.find((one) => one === who) ?? null;
  const person = personOf(register, actor ? convenerId : who);
  return person && { actor, unitId: person.unitId, personId: person.id };
}

function measureChanges(form: Form, file: CaseFile, plan: Plan, register: Register, id: string): Change[] {
  const { what, who, goal, continuous } = form;
  const doer = doerOf(who, file, register);
  if (!what || !doer) return [];
  const dueOn = continuous ? null : form.dueOn;
  const ordinal = (measuresOf(file, plan).at(-1)?.ordinal ?? 0) + 1;
  const goalId = goal ?? goalsOf(file, plan)[0]?.id ?? null;
  return [{ in: 'measure', id, set: newMeasure({ id, planId: plan.id, goalId, ordinal, what, dueOn, ...doer }) }];
}

/** "Lägg till" asks for a measure; "Nästa" and "Tillbaka" keep one that is begun, and say what it lacks. */
export const saveMeasure = (page: PageName, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'measures',
    typed: ['what'],
    form: (context) =>
      measures.form(
        responsiblePeople(context).map(({ id }) => id),
        goalsOf(context.file, currentPlan(context.file)).map(({ id }) => id),
      ),
    run({ form, file, register, newId }): Outcome {
      const plan = openPlan(file);
      if (isEmpty(form) && !isAsked) return { code: 'ok', page };
      const gaps = gapsInMeasure(form, file);
      if (gaps.length > 0) return invalid(Object.fromEntries(gaps.map((gap) => SAID[gap])));
      return { code: 'ok', changes: measureChanges(form, file, plan, register, newId()), page };
    },
  });

export const removeMeasure = caseStep({
  during: ['MEETING'],
  run({ file }): Outcome {
    const plan = openPlan(file);
    const last = measuresOf(file, plan).at(-1);
    if (!last) return { code: 'nothing', page: 'measures', keepTyped: true };
    return { code: 'ok', changes: [{ in: 'measure', id: last.id, remove: true }], page: 'measures', keepTyped: true };
  },
});
