import type { z } from 'zod';
import { measures } from '../../cards/measures.ts';
import { worksIn } from '../../domain/access.ts';
import { currentPlan, goalsOf, measuresOf } from '../../domain/current.ts';
import { isDueTooEarly } from '../../domain/plan.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import type { CaseFile, Change, Plan, Register } from '../../domain/rows.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

type Form = z.output<ReturnType<typeof measures.form>>;

/** Who and when alone say nothing yet, so they hold nobody back. */
const isEmpty = ({ what }: Form): boolean => !what;

/** What, who and when: the law's who, practice's when. */
function faultsOf({ what, who, dueOn }: Form, file: CaseFile): Record<string, string> {
  return {
    ...(what ? {} : { what: 'error.what' }),
    ...(who ? {} : { who: 'error.who' }),
    ...(dueOn ? (isDueTooEarly(file, dueOn) ? { dueOn: 'error.dueTooEarly' } : {}) : { dueOn: 'error.dueOn' }),
  };
}

function newMeasure({ what, who, dueOn, goal }: Form, file: CaseFile, plan: Plan, register: Register, id: string): Change[] {
  const person = register.people.find((one) => one.id === who);
  if (!what || !dueOn || !person) return [];
  const ordinal = (measuresOf(file, plan).at(-1)?.ordinal ?? 0) + 1;
  const goalId = goal ?? goalsOf(file, plan)[0]?.id ?? null;
  const done = { state: 'ONGOING', doneAt: null, doneById: null, revision: 0 } as const;
  return [
    { in: 'measure', id, set: { id, planId: plan.id, goalId, ordinal, what, unitId: person.unitId, personId: person.id, dueOn, ...done } },
  ];
}

/** "Lägg till" asks for a measure; "Nästa" and "Tillbaka" keep one that is begun, and say what it lacks. */
export const saveMeasure = (page: string, isAsked = false): CaseStep<Form> => ({
  case: true,
  during: ['MEETING'],
  at: 'measures',
  who: worksIn,
  typed: ['what'],
  form: ({ file, register, today }) =>
    measures.form(
      file ? responsiblePeople(file, register, today).map(({ id }) => id) : [],
      file ? goalsOf(file, currentPlan(file)).map(({ id }) => id) : [],
    ),
  run({ form, file, register, newId }): Outcome {
    const plan = openPlan(file);
    if (isEmpty(form) && !isAsked) return { code: 'ok', page };
    const faults = faultsOf(form, file);
    if (Object.keys(faults).length > 0) return invalid(faults);
    return { code: 'ok', changes: newMeasure(form, file, plan, register, newId()), page };
  },
});

export const removeMeasure: CaseStep = {
  case: true,
  during: ['MEETING'],
  who: worksIn,
  run({ file }): Outcome {
    const plan = openPlan(file);
    const last = measuresOf(file, plan).at(-1);
    if (!last) return { code: 'nothing', page: 'measures', keepTyped: true };
    return { code: 'ok', changes: [{ in: 'measure', id: last.id, remove: true }], page: 'measures', keepTyped: true };
  },
};
