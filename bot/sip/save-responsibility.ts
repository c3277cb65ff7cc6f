import { responsibility } from '../../cards/sip/responsibility.ts';
import { isBefore } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import { responsibleUnits } from '../../domain/responsible.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export const saveResponsibility = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'responsibility',
    typed: ['crisisWhere'],
    form: (context) => responsibility.form(responsibleUnits(context).map(({ id }) => id)),
    run({ form, file, today }): Outcome {
      const { responsibilityByOn: day } = form;
      if (day && isBefore(day, today)) return invalid({ responsibilityByOn: 'error.dayAhead' });
      // What a person stood for before is answered anew.
      const set = { ...form, ownerPersonId: null };
      return { code: 'ok', changes: [{ in: 'plan', id: openPlan(file).id, set }], page };
    },
  });
