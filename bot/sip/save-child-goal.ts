import { childGoal } from '../../cards/sip/child-goal.ts';
import type { PageName } from '../../domain/names.ts';
import { caseStep, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export const saveChildGoal = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'childGoal',
    typed: ['childGoal'],
    form: () => childGoal.form(),
    run({ form, file }): Outcome {
      const plan = openPlan(file);
      return { code: 'ok', changes: [{ in: 'plan', id: plan.id, set: form }], page };
    },
  });
