import type { z } from 'zod';
import { closing } from '../../cards/sip/closing.ts';
import { worksIn } from '../../domain/access.ts';
import { isOnOrBefore } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export const saveClosing = (page: PageName): CaseStep<z.output<ReturnType<typeof closing.form>>> => ({
  case: true,
  during: ['MEETING'],
  inputsOn: 'closing',
  mayPress: worksIn,
  form: ({ file, register, today }) =>
    closing.form(file ? responsiblePeople(file, register, today).map(({ id }) => id) : []),
  run({ form, file, today }): Outcome {
    const plan = openPlan(file);
    if (form.followUpOn && isOnOrBefore(form.followUpOn, today)) return invalid({ followUpOn: 'error.followUpAhead' });
    return { code: 'ok', changes: [{ in: 'plan', id: plan.id, set: form }], page };
  },
});
