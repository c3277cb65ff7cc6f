import { measures } from '../../cards/sip/measures.ts';
import { sayMeasures, sayPerson } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { currentPlan, goalsOf, measuresOf } from '../../domain/current.ts';
import { isOngoing } from '../../domain/measures.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';

/** The measures of the plan that is being written. */
export function measureRows(view: View) {
  const file = caseOf(view);
  const plan = currentPlan(file);
  const measures = measuresOf(file, plan);
  return sayMeasures(view.language, view.register, plan, measures).map(({ state, due, ...row }, n) => ({
    ...row,
    due: measures[n] && isOngoing(measures[n]) ? due : state,
  }));
}

export const measuresPage = definePage(measures, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const goals = goalsOf(file, currentPlan(file));
  return {
    data: {
      ...sayPart(view, 3),
      next: say(language, 'sip.who'),
      goals: goals.map((goal) => goal.text),
      measures: measureRows(view),
      whoChoices: [
        ...responsiblePeople({ ...view, file }).map(({ id }) => ({ title: sayPerson(register, id), value: id })),
        ...MEASURE_ACTORS.map((actor) => ({ title: say(language, `actor.${actor}`), value: actor })),
      ],
      goalChoices:
        goals.length > 1
          ? goals.map(({ id, ordinal }) => ({ title: say(language, 'goal.n', { n: ordinal }), value: id }))
          : [],
    },
    values: { what: '', who: '', dueOn: '', continuous: false, goal: '' },
  };
});
