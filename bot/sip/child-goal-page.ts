import { childGoal } from '../../cards/sip/child-goal.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, lockedPlan } from '../../domain/current.ts';
import { wordsForMeeting } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

/** The child first: own words, then what the child wants. */
export const childGoalPage = definePage(childGoal, (view) => {
  const file = caseOf(view);
  const plan = currentPlan(file);
  return {
    data: { ...sayPart(view, 2), next: say(view.language, 'meet.start'), words: wordsForMeeting(file) },
    // What the child wanted last time stands there to be asked about again; it is not in the new version before that.
    values: {
      childGoal: plan?.childGoal ?? lockedPlan(file)?.childGoal ?? '',
      childGoalMissing: plan?.childGoalMissing ?? '',
    },
  };
});
