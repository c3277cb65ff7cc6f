/** What to do next from the kallelse to the meeting. Each of the functions is one thing to see to, the most urgent first. */
import { declinedWithoutStandIn, noReasonYet, notAnswered } from './answers.ts';
import { calendarAlarms } from './calendar-alarms.ts';
import { isNoAnswered } from './child-answer.ts';
import { opensAt, participantsOf } from './current.ts';
import { dayOf, isOnOrBefore } from './days.ts';
import { lacksConsent } from './gates.ts';
import { guestsOf } from './in-calendar.ts';
import type { Moment } from './moment.ts';
import { HAND_MOVE_STEPS, handMoveGap } from './moved-by-hand.ts';
import { isOnItsWay, openMove } from './moves.ts';
import { step, tellTopics } from './next-said.ts';
import { asksWhetherHeld } from './not-held.ts';
import type { Meeting } from './rows/meeting.ts';
import type { MeetingMove } from './rows/move.ts';
import type { Participant } from './rows/participant.ts';
import { stillToDo } from './still-to-do.ts';
import { unitsToTell } from './told.ts';
import { asksForReason } from './warnings.ts';
import { stepWhilePlanHolds } from './while-plan-holds.ts';

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

/** The calendar has not got what was sent, or has it no more. */
function inCalendar(moment: Moment, meeting: Meeting) {
  if (meeting.status === 'SENDING') return step('next.sending');
  if (meeting.status === 'NOT_SENT') return step('err.cal');
  if (meeting.status === 'FAILED') {
    if (lacksConsent(moment).length > 0) return step('next.uncoveredNotSent');
    return step(meeting.unread === 'NO_MAILBOX' ? 'next.noMailboxToCall' : 'err.calRefused');
  }
  if (meeting.unread === 'NO_MAILBOX') return step('next.noMailbox');
  if (meeting.eventState === 'GONE') return step('next.eventGone');
  return guestsOf(moment).outside.length > 0 ? step('next.outside') : null;
}

function onTheMove(moment: Moment) {
  const move = openMove(moment.file);
  if (isOnItsWay(move)) return step(MOVE_STEPS[move.state]);
  const gap = handMoveGap(moment);
  return gap && gap !== 'ASK' ? step(HAND_MOVE_STEPS[gap]) : null;
}

/** Its time has come, or has been; what no consent covers is not opened. */
function atItsTime(moment: Moment, meeting: Meeting) {
  const isUncovered = lacksConsent(moment).length > 0;
  if (asksWhetherHeld(moment))
    return step(isUncovered ? 'next.wasItHeldUncovered' : 'next.wasItHeld', {
      on: meeting.startAt && dayOf(meeting.startAt),
    });
  if (isUncovered) return step('next.uncovered');
  const opens = opensAt(meeting);
  return opens && isOnOrBefore(opens, moment.now) ? step('next.openMeeting') : null;
}

function toAnswer(moment: Moment) {
  if (handMoveGap(moment) === 'ASK') return step(HAND_MOVE_STEPS.ASK);
  return asksForReason(moment).childNo && !isNoAnswered(moment) ? step('next.goOn') : null;
}

function whoDoesNotCome({ file }: Moment, meeting: Meeting) {
  const coming = participantsOf(file, meeting).find(({ callState }) => callState !== null);
  if (coming) return step(STAND_IN_STEPS[coming.callState ?? 'SENDING']);
  const [unexplained] = noReasonYet(file);
  if (unexplained) return step('next.declineReason', { unitId: unexplained.unitId });
  const [declined] = declinedWithoutStandIn(file);
  return declined ? step('next.declined', { unitId: declined.unitId }) : null;
}

/** Before whom is waited for: a follow-up cannot be opened without the child having been asked. */
function talksAnew(moment: Moment, meeting: Meeting) {
  const waiting = stepWhilePlanHolds(moment, meeting);
  return waiting?.key === 'next.talkAnew' ? waiting : null;
}

/** Before anybody has answered there is something to do, and nobody to remind. */
function whoIsSilent(moment: Moment, meeting: Meeting) {
  const { file } = moment;
  const silent = notAnswered(file);
  const called = participantsOf(file, meeting).filter(({ kind }) => kind === 'SUMMONED').length;
  const count = silent.length;
  if (count === called && count > 1) return outsideTheCalendar(moment, meeting) ?? step('next.noAnswers', { count });
  if (!silent[0]) return null;
  return step(count === 1 ? 'next.oneSilent' : 'next.someSilent', { unitId: silent[0].unitId, count });
}

/** One unit is named, of several their number is said. */
function stepOfUnits<K extends string>(key: K, rows: readonly Participant[]) {
  const [first] = rows;
  return first ? step(key, { unitId: first.unitId, count: new Set(rows.map(({ unitId }) => unitId)).size }) : null;
}

/** What each unit is told and asked in person, and what the family has on paper. */
function outsideTheCalendar(moment: Moment, meeting: Meeting) {
  const { file } = moment;
  const people = participantsOf(file, meeting);
  const toTell = unitsToTell(moment);
  const untold = people.filter((row) => row.toldOn === null && toTell.includes(row.unitId));
  const unchecked = people.filter((row) => row.consentCheckedOn === null && row.unitId !== file.case.unitId);
  const isNotGiven = stillToDo(moment).some(({ key }) => key === 'given');
  return (
    stepOfUnits('next.notTold', untold) ??
    stepOfUnits('next.notChecked', unchecked) ??
    (isNotGiven ? step('next.notGiven') : null)
  );
}

function allAnswered({ file }: Moment, meeting: Meeting) {
  const isTentative = participantsOf(file, meeting).some((row) => row.answer === 'TENTATIVE');
  return step(isTentative ? 'next.allAnsweredTentative' : 'next.allAnswered');
}

export const nextWhenCalled = (moment: Moment, meeting: Meeting) =>
  inCalendar(moment, meeting) ??
  tellTopics(moment) ??
  onTheMove(moment) ??
  atItsTime(moment, meeting) ??
  toAnswer(moment) ??
  whoDoesNotCome(moment, meeting) ??
  talksAnew(moment, meeting) ??
  whoIsSilent(moment, meeting) ??
  outsideTheCalendar(moment, meeting) ??
  (calendarAlarms(meeting).length > 0 ? step('next.calendar') : null) ??
  stepWhilePlanHolds(moment, meeting) ??
  allAnswered(moment, meeting);
