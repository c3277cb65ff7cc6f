import { Temporal } from 'temporal-polyfill';
import { closing } from '../../cards/sip/closing.ts';
import type { PageName } from '../../domain/names.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export const saveClosing = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'closing',
    form: ({ file, register, today }) => closing.form(responsiblePeople(file, register, today).map(({ id }) => id)),
    run({ form, file, today }): Outcome {
      const plan = openPlan(file);
      if (form.followUpOn && Temporal.PlainDate.compare(form.followUpOn, today) <= 0)
        return invalid({ followUpOn: 'error.followUpAhead' });
      return { code: 'ok', changes: [{ in: 'plan', id: plan.id, set: form }], page };
    },
  });
