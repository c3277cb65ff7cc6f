import { childGoal } from '../../cards/child-goal.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan } from '../../domain/current.ts';
import { wordsForMeeting } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

/** The child first: own words, then what the child wants. */
export const childGoalPage = definePage(childGoal, (view) => {
  const file = caseOf(view);
  const plan = currentPlan(file);
  return {
    data: { ...sayPart(view, 2), next: say(view.language, 'meet.start'), words: wordsForMeeting(file) },
    values: { childGoal: plan?.childGoal ?? '', childGoalMissing: plan?.childGoalMissing ?? '' },
  };
});
