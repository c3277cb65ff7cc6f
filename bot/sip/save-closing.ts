import { closing } from '../../cards/sip/closing.ts';
import { isOnOrBefore } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export const saveClosing = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'closing',
    form: (context) => closing.form(responsiblePeople(context).map(({ id }) => id)),
    run({ form, file, today }): Outcome {
      const plan = openPlan(file);
      if (form.followUpOn && isOnOrBefore(form.followUpOn, today))
        return invalid({ followUpOn: 'error.followUpAhead' });
      return { code: 'ok', changes: [{ in: 'plan', id: plan.id, set: form }], page };
    },
  });
