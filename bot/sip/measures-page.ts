import { measures } from '../../cards/measures.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { sayPerson } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, goalsOf, measuresOf } from '../../domain/current.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';

/** The plan's measures as people read them. */
export const measureRows = (view: View) => {
  const file = caseOf(view);
  return measuresOf(file, currentPlan(file)).map((measure) => ({
    n: measure.ordinal,
    what: measure.what,
    who: sayPerson(view.register, measure.personId),
    due: sayDayShort(view.language, measure.dueOn),
  }));
};

export const measuresPage = definePage(measures, (view) => {
  const file = caseOf(view);
  const { language, register, today } = view;
  const goals = goalsOf(file, currentPlan(file));
  return {
    data: {
      ...sayPart(view, 3),
      next: say(language, 'sip.who'),
      goals: goals.map((goal) => goal.text),
      measures: measureRows(view),
      whoChoices: responsiblePeople(file, register, today).map(({ id }) => ({ title: sayPerson(register, id), value: id })),
      goalChoices: goals.length > 1 ? goals.map(({ id, ordinal }) => ({ title: say(language, 'goal.n', { n: ordinal }), value: id })) : [],
    },
    values: { what: '', who: '', dueOn: '', goal: '' },
  };
});
