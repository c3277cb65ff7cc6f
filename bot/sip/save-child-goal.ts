import type { z } from 'zod';
import { childGoal } from '../../cards/sip/child-goal.ts';
import { worksIn } from '../../domain/access.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseStep, Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export const saveChildGoal = (page: PageName): CaseStep<z.output<ReturnType<typeof childGoal.form>>> => ({
  case: true,
  during: ['MEETING'],
  inputsOn: 'childGoal',
  mayPress: worksIn,
  typed: ['childGoal'],
  form: () => childGoal.form(),
  run({ form, file }): Outcome {
    const plan = openPlan(file);
    return { code: 'ok', changes: [{ in: 'plan', id: plan.id, set: form }], page };
  },
});
