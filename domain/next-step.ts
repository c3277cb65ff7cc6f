/** The one thing to do next in a case, as the key of a sentence and its values. */

import type { Temporal } from 'temporal-polyfill';
import { declinedWithoutStandIn, noReasonYet, notAnswered } from './answers.ts';
import { brokenOffMeeting } from './break-off.ts';
import { calendarAlarms } from './calendar-alarms.ts';
import { calledOffMeeting } from './cancelling.ts';
import { isNoAnswered } from './child-answer.ts';
import { isYouth, liveConsents } from './consent.ts';
import { currentMeeting, goesOn, lockedPlan, opensAt, participantsOf } from './current.ts';
import { dayOf, daysBetween, isAfter, isOnOrBefore } from './days.ts';
import { draftableDeviations } from './deviations.ts';
import { mayBookAsAgreed } from './follow-up.ts';
import { type GateName, isPaperOnly, lacksConsent, missingBeforeKallelse } from './gates.ts';
import { handedSoFar } from './handing.ts';
import { guestsOf } from './in-calendar.ts';
import type { Moment } from './moment.ts';
import { HAND_MOVE_STEPS, handMoveGap } from './moved-by-hand.ts';
import { isOnItsWay, openMove } from './moves.ts';
import { asksWhetherHeld, notHeldMeeting } from './not-held.ts';
import { isFollowUpNear, isTellingDue } from './reminders.ts';
import type { Meeting } from './rows/meeting.ts';
import type { MeetingMove } from './rows/move.ts';
import type { Participant } from './rows/participant.ts';
import { signatureStep } from './signature-step.ts';
import { stillToDo } from './still-to-do.ts';
import { planToTell } from './tell-child.ts';
import { unitsToTell, unitsToTellOfTopics } from './told.ts';
import { asksForReason } from './warnings.ts';
import { promisesLeft, stepWhilePlanHolds } from './while-plan-holds.ts';

type NextStep<K extends string> = {
  key: K;
  on: Temporal.PlainDate | null;
  unitId?: string;
  units?: string[];
  count?: number;
};

const step = <K extends string>(key: K, more: Partial<Omit<NextStep<K>, 'key'>> = {}): NextStep<K> => ({
  key,
  on: null,
  ...more,
});

/** Which sentence a gap gives; the first gap in the order of the process decides. */
const GATE_STEPS = {
  ageBand: 'next.start',
  needNoticed: 'next.start',
  guardians: 'next.guardians',
  placement: 'next.placement',
  comingOfAge: 'next.start',
  decides: 'next.start',
  guardianTalk: 'next.talks',
  excused: 'next.excused',
  childTalk: 'next.talks',
  childInformed: 'next.childInformed',
  childAble: 'next.childAble',
  ownForm: 'next.ownForm',
  protection: 'next.protection',
  paperOnly: 'next.paper',
  topics: 'next.topics',
  childNo: 'next.goOn',
  talksDiffer: 'next.goOn',
  participants: 'next.invite',
  consentedOnly: 'next.consentedOnly',
  time: 'next.time',
  timeAhead: 'next.timeAhead',
  place: 'next.place',
  lateReason: 'next.lateReason',
  familyTime: 'next.familyTime',
} as const satisfies Record<Exclude<GateName, 'signature'>, string>;

function preparing(moment: Moment) {
  const { file, today } = moment;
  const missing = missingBeforeKallelse(moment);
  const [first] = missing;
  const brokenOffAt = brokenOffMeeting(file)?.brokenOffAt;
  if (!first) return step('next.send');
  const talks = missing.filter(({ gate }) => gate === 'guardianTalk' || gate === 'childTalk');
  if (first.gate === 'guardianTalk' && isYouth(file.case, today) === false && talks.length === 1)
    return step('next.guardianTalk');
  if (first.gate === 'childTalk') return step('next.childTalk');
  const notHeldAt = notHeldMeeting(file)?.startAt;
  if (first.gate === 'time' && notHeldAt) return step('next.notHeld', { on: dayOf(notHeldAt) });
  if (first.gate === 'time' && brokenOffAt) return step('next.brokenOff', { on: dayOf(brokenOffAt) });
  const calledOff = calledOffMeeting(file)?.startAt;
  if (first.gate === 'time' && calledOff) return step('next.calledOff', { on: dayOf(calledOff) });
  if (first.gate === 'signature') {
    const { key, on } = signatureStep(moment, missing);
    return step(key, { on });
  }
  return step(GATE_STEPS[first.gate] ?? 'next.start');
}

/** A topic was taken back: it stands first until everybody who is called has heard of it. */
function tellTopics(moment: Moment) {
  const units = unitsToTellOfTopics(moment);
  return units.length > 0 ? step('next.tellTopics', { units }) : null;
}
const MOVE_STEPS = {
  SENDING: 'next.moving',
  NOT_SENT: 'err.moveWaiting',
  FAILED: 'err.moveRefused',
} as const satisfies Partial<Record<MeetingMove['state'], string>>;
const STAND_IN_STEPS = {
  SENDING: 'next.callingStandIn',
  NOT_SENT: 'err.standInWaiting',
  FAILED: 'err.standInRefused',
} as const satisfies Record<NonNullable<Participant['callState']>, string>;

function invited(moment: Moment, meeting: Meeting) {
  const { file, now } = moment;
  if (meeting.status === 'SENDING') return step('next.sending');
  if (meeting.status === 'NOT_SENT') return step('err.cal');
  const isUncovered = lacksConsent(moment).length > 0;
  if (meeting.status === 'FAILED' && isUncovered) return step('next.uncoveredNotSent');
  if (meeting.status === 'FAILED')
    return step(meeting.unread === 'NO_MAILBOX' ? 'next.noMailboxToCall' : 'err.calRefused');
  if (meeting.unread === 'NO_MAILBOX') return step('next.noMailbox');
  if (meeting.eventState === 'GONE') return step('next.eventGone');
  if (guestsOf(moment).outside.length > 0) return step('next.outside');
  const toTell = tellTopics(moment);
  if (toTell) return toTell;
  const move = openMove(file);
  if (isOnItsWay(move)) return step(MOVE_STEPS[move.state]);
  const gap = handMoveGap(moment);
  if (gap && gap !== 'ASK') return step(HAND_MOVE_STEPS[gap]);
  if (asksWhetherHeld(moment))
    return step(isUncovered ? 'next.wasItHeldUncovered' : 'next.wasItHeld', {
      on: meeting.startAt && dayOf(meeting.startAt),
    });
  if (isUncovered) return step('next.uncovered');
  const opens = opensAt(meeting);
  if (opens && isOnOrBefore(opens, now)) return step('next.openMeeting');
  if (gap) return step(HAND_MOVE_STEPS[gap]);
  if (asksForReason(moment).childNo && !isNoAnswered(moment)) return step('next.goOn');
  const people = participantsOf(file, meeting);
  const coming = people.find(({ callState }) => callState !== null);
  if (coming) return step(STAND_IN_STEPS[coming.callState ?? 'SENDING']);
  const [unexplained] = noReasonYet(file);
  if (unexplained) return step('next.declineReason', { unitId: unexplained.unitId });
  const [declined] = declinedWithoutStandIn(file);
  if (declined) return step('next.declined', { unitId: declined.unitId });
  // Before whom is waited for: the meeting cannot be opened without the child having been asked.
  const waiting = stepWhilePlanHolds(moment, meeting);
  if (waiting?.key === 'next.talkAnew') return step(waiting.key, waiting);
  const silent = notAnswered(file);
  const called = people.filter(({ kind }) => kind === 'SUMMONED').length;
  if (silent.length === called && silent.length > 1) return step('next.noAnswers', { count: silent.length });
  if (silent[0])
    return step(silent.length === 1 ? 'next.oneSilent' : 'next.someSilent', {
      unitId: silent[0].unitId,
      count: silent.length,
    });
  const toTellWhom = unitsToTell(moment);
  const untold = people.filter((row) => row.toldOn === null && toTellWhom.includes(row.unitId));
  if (untold[0])
    return step('next.notTold', { unitId: untold[0].unitId, count: new Set(untold.map(({ unitId }) => unitId)).size });
  const unchecked = people.filter((row) => row.consentCheckedOn === null && row.unitId !== file.case.unitId);
  if (unchecked[0])
    return step('next.notChecked', {
      unitId: unchecked[0].unitId,
      count: new Set(unchecked.map(({ unitId }) => unitId)).size,
    });
  if (stillToDo(moment).some(({ key }) => key === 'given')) return step('next.notGiven');
  if (calendarAlarms(meeting).length > 0) return step('next.calendar');
  if (waiting) return step(waiting.key, waiting);
  return step(people.some((row) => row.answer === 'TENTATIVE') ? 'next.allAnsweredTentative' : 'next.allAnswered');
}

function planActive(moment: Moment) {
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
  if (mayBookAsAgreed(moment)) return step('next.bookFollowUp', { on });
  if (ongoing === 0) return step(all > 0 ? 'next.followUp' : 'next.onlyFollowUp', { on });
  return step('next.measures', { on, count: ongoing });
}

export function nextStep(moment: Moment) {
  const { file } = moment;
  const meeting = currentMeeting(file);
  if (goesOn(file) && isPaperOnly(file)) return step('next.paper');
  switch (file.case.status) {
    case 'PREPARING':
      return preparing(moment);
    case 'INVITED':
      return meeting ? invited(moment, meeting) : step('next.time');
    case 'MEETING':
      return step(meeting?.pausedAt ? 'next.paused' : 'next.meeting');
    case 'PLAN_ACTIVE':
      return planActive(moment);
    case 'STOPPED': {
      const { restReason } = file.case;
      return step(restReason === null || restReason === 'WITHDRAWN' ? 'consent.withdrawn' : 'consent.rests');
    }
    case 'CLOSED':
      return step('close.done');
  }
}
