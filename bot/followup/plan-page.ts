import { plan } from '../../cards/plan.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { sayPerson, sayPlan } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, goalsOf, measuresOf } from '../../domain/current.ts';
import { caseOf, definePage } from '../act.ts';

/** The locked plan as the convener sees it. */
export const planPage = definePage(plan, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const plan = currentPlan(file);
  const measures = measuresOf(file, plan);
  return {
    data: {
      title: say(language, 'plan.title', { code: file.case.code, version: plan?.version ?? 1 }),
      next: say(language, 'plan.next', { n: measures.filter((measure) => measure.state === 'ONGOING').length }),
      ...sayPlan(language, register, plan, goalsOf(file, plan)),
      measures: measures.map((measure) => ({
        n: measure.ordinal,
        what: measure.what,
        who: sayPerson(register, measure.personId),
        due: sayDayShort(language, measure.dueOn),
        state: say(language, `measureState.${measure.state}`),
      })),
      measureChoices: measures
        .filter((measure) => measure.state === 'ONGOING')
        .map(({ id, ordinal }) => ({ title: say(language, 'measure.n', { n: ordinal }), value: id })),
    },
    values: { measure: '' },
  };
});
