import { goals } from '../../cards/sip/goals.ts';
import { goalsOf, measuresOf } from '../../domain/current.ts';
import type { PageName } from '../../domain/names.ts';
import { measuresToReview } from '../../domain/review.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

function newGoal(file: CaseFile, plan: Plan, text: string | null, id: string): Change[] {
  if (!text) return [];
  const ordinal = (goalsOf(file, plan).at(-1)?.ordinal ?? 0) + 1;
  return [{ in: 'goal', id, set: { id, planId: plan.id, ordinal, text, revision: 0 } }];
}

/** "Lägg till", "Nästa" and "Tillbaka" all keep a goal that is written; only "Lägg till" asks for one. */
export const saveGoal = (page: PageName, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'goals',
    typed: ['goal'],
    form: () => goals.form(),
    run({ form, file, newId }): Outcome {
      const plan = openPlan(file);
      if (isAsked && !form.goal) return invalid({ goal: 'error.goal' });
      // At a follow-up the measures there are come before new ones.
      const next = page === 'measures' && measuresToReview(file).length > 0 ? 'review' : page;
      return { code: 'ok', changes: newGoal(file, plan, form.goal, newId()), page: next };
    },
  });

/** Takes the last goal away, unless a measure serves it. */
export const removeGoal = caseStep({
  during: ['MEETING'],
  run({ file }): Outcome {
    const plan = openPlan(file);
    const last = goalsOf(file, plan).at(-1);
    if (!last) return { code: 'nothing', page: 'goals', keepTyped: true };
    if (measuresOf(file, plan).some((measure) => measure.goalId === last.id))
      return { code: 'inUse', notice: { key: 'err.goalInUse' }, keepTyped: true };
    return { code: 'ok', changes: [{ in: 'goal', id: last.id, remove: true }], page: 'goals', keepTyped: true };
  },
});
