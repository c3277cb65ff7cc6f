/** What to do next while a plan is carried out, and nobody is called to its follow-up. */
import { liveConsents } from './consent.ts';
import { lockedPlan } from './current.ts';
import { dayOf, daysBetween, isAfter } from './days.ts';
import { draftableDeviations } from './deviations.ts';
import { mayBookAsAgreed } from './follow-up.ts';
import { handedSoFar } from './handing.ts';
import type { Moment } from './moment.ts';
import { step, tellTopics } from './next-said.ts';
import { plansAtHome } from './plan-at-home.ts';
import { isFollowUpNear, isTellingDue } from './reminders.ts';
import { planToTell } from './tell-child.ts';
import { promisesLeft } from './while-plan-holds.ts';

export function nextWithPlan(moment: Moment) {
  const { file, today } = moment;
  const toTell = tellTopics(moment);
  if (toTell) return toTell;
  const { all, ongoing } = promisesLeft(file);
  const on = lockedPlan(file)?.followUpOn ?? null;
  if (on && isFollowUpNear(on, today)) {
    const key = liveConsents(file, today) === null ? 'follow.soonUncovered' : 'follow.soon';
    return step(key, { on, count: daysBetween(today, on) });
  }
  if (on && isAfter(today, on)) return step('next.followUpOver', { on });
  // Not while they sit there still: the card that says that the plan is locked stands on the wall.
  const absent = draftableDeviations(moment).find(
    ({ code, on: day }) => code === 'PARTY_ABSENT' && isAfter(today, day),
  );
  if (absent) return step('meet.absent', { unitId: absent.unitId });
  // The child first, once it is time: who waits to hear cannot ask.
  const untold = planToTell(moment);
  if (untold?.childTellByOn && isAfter(today, untold.childTellByOn))
    return step('next.tellChild', { on: untold.childTellByOn });
  if (untold?.childTellByOn && untold.lockedAt && isTellingDue(dayOf(untold.lockedAt), today))
    return step('next.tellChildBy', { on: untold.childTellByOn });
  const handed = handedSoFar(moment);
  if (handed.done < handed.all) return step('next.hand', { count: handed.all - handed.done });
  const homes = plansAtHome(moment);
  if (homes.done < homes.all) return step('next.homes');
  // One press at the desk; the child is told another day.
  if (mayBookAsAgreed(moment)) return step('next.bookFollowUp', { on });
  if (untold?.childTellByOn) return step('next.tellChildBy', { on: untold.childTellByOn });
  if (ongoing === 0) return step(all > 0 ? 'next.followUp' : 'next.onlyFollowUp', { on });
  return step('next.measures', { on, count: ongoing });
}
