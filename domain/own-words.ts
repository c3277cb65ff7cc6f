/**
 * The child's own words in the plan: a yes of its own, beside the yes to showing them at the meeting (two homes, many
 * files). What is not said yes to stands on no paper and on no other page than the one where it is asked.
 */
import { GOAL_MISSING, type OwnWords } from './codes.ts';
import type { Plan } from './rows/plan.ts';

type Words = Pick<Plan, 'childGoal' | 'childGoalMissing' | 'ownWordsInPlan'>;

/** What stands in the plan. Versions that were locked before it was asked show what they had. */
export const wordsInPlan = ({ childGoal, ownWordsInPlan, lockedAt }: Words & Pick<Plan, 'lockedAt'>): string | null =>
  ownWordsInPlan === 'YES' || (ownWordsInPlan === null && lockedAt !== null) ? childGoal : null;

/** What was answered, as one question. */
export const ownWordsOf = (plan: Words | undefined): OwnWords | null =>
  plan?.ownWordsInPlan ?? plan?.childGoalMissing ?? null;

/** Words that may stand there, a no, a day when it is asked, or why there are none (and then there are none). */
export function isVoiceSettled(plan: Words | undefined): boolean {
  if (!plan) return false;
  const { ownWordsInPlan, childGoal, childGoalMissing } = plan;
  if (ownWordsInPlan === 'YES') return Boolean(childGoal);
  return ownWordsInPlan !== null || (childGoalMissing !== null && !childGoal);
}

/** A no takes the words out of the plan, and so does that there are none; who is asked later keeps them till then. */
export function ownWordsAs(answer: OwnWords | null, words: string | null): Words {
  const missing = GOAL_MISSING.find((one) => one === answer) ?? null;
  const inPlan = answer === 'YES' || answer === 'NO' || answer === 'ASK_LATER' ? answer : null;
  return {
    childGoal: missing || inPlan === 'NO' ? null : words,
    childGoalMissing: missing,
    ownWordsInPlan: inPlan,
  };
}
