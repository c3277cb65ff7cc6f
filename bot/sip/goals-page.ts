import { goals } from '../../cards/sip/goals.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, goalsOf } from '../../domain/current.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const goalsPage = definePage(goals, (view) => {
  const file = caseOf(view);
  const goals = goalsOf(file, currentPlan(file)).map((goal) => goal.text);
  return {
    data: { ...sayPart(view, 3), next: say(view.language, 'meet.goals'), goals },
    values: { goal: '' },
  };
});
