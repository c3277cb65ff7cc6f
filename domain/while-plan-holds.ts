/** What a called follow-up waits for: the short talks once it is near, and until then the measures. */
import { hasPlanInForce, lockedPlan, measuresOf } from './current.ts';
import { dayOf } from './days.ts';
import { isSoonFollowedUp } from './follow-up-near.ts';
import { isOngoing, isPromised } from './measures.ts';
import type { Moment } from './moment.ts';
import { step } from './next-said.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import { talksLeft } from './talk-anew.ts';

/** Of the plan in force, what units have promised. */
export function promisesLeft(file: CaseFile): { all: number; ongoing: number } {
  const promised = measuresOf(file, lockedPlan(file)).filter(isPromised);
  return { all: promised.length, ongoing: promised.filter(isOngoing).length };
}

/** Null where no plan is in force, or nothing of it is left before the meeting. */
export function stepWhilePlanHolds(moment: Moment, { startAt }: Pick<Meeting, 'startAt'>) {
  if (!hasPlanInForce(moment.file)) return null;
  const on = startAt && dayOf(startAt);
  const [left, { ongoing }] = [talksLeft(moment).length, promisesLeft(moment.file)];
  if (isSoonFollowedUp(moment)) return left > 0 ? step('next.talkAnew', { on, count: left }) : null;
  return ongoing > 0 ? step('next.measures', { on, count: ongoing }) : null;
}
