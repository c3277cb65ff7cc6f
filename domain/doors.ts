/**
 * What is seldom needed and still always at hand: where each thing is possible. In the order they stand under "Mer …".
 */

import { asksWhetherAble } from './child-answer.ts';
import { reasonsToClose } from './closing.ts';
import type { Signer } from './codes.ts';
import { CONSENT_PAGES, maySign } from './consent.ts';
import { currentMeeting, goesOn, hasPlanInForce } from './current.ts';
import { mayLeaveFollowUp } from './follow-up.ts';
import { askedToSign, isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import { handMoveGap } from './moved-by-hand.ts';
import { mayMove } from './moves.ts';
import type { Verb } from './names.ts';
import { mayNotBeHeld } from './not-held.ts';
import { hasReceipt } from './papers.ts';
import { homesOf } from './plan-at-home.ts';
import type { CaseFile } from './rows/case-file.ts';
import { strayMeetings } from './stray.ts';
import { planToldOf } from './tell-child.ts';
import { unitsToTellOfTopics } from './told.ts';
import { asksForReason } from './warnings.ts';
import { mayWithdraw } from './withdrawal.ts';

/**
 * `key`: its texts; `verb`: its button; `who`: the person it is about. Those of the case itself have a page of their
 * own: the list would be too long.
 */
export type Door = { key: DoorName; verb: Verb; who?: Signer };

type DoorName =
  | (
      | 'allOnPaper'
      | 'followUp'
      | 'plan'
      | 'leaveFollowUp'
      | 'print'
      | 'answers'
      | 'move'
      | 'childAbsent'
      | 'cancel'
      | 'cleared'
      | 'moved'
      | 'notHeld'
      | 'chairScript'
      | 'homes'
      | 'tellChild'
    )
  | (
      | 'told'
      | 'add'
      | 'given'
      | 'renew'
      | 'able'
      | 'goOn'
      | 'reached'
      | 'refuse'
      | 'withdraw'
      | 'receipt'
      | 'protection'
      | 'lift'
      | 'case'
    )
  | ('start' | 'team' | 'handover' | 'sibling' | 'deviation' | 'cases' | 'close');

/** The meeting stands in the calendars, and is still to be. */
const isCalled = (file: CaseFile) => {
  const meeting = currentMeeting(file);
  return file.case.status === 'INVITED' && meeting?.status === 'SENT' && meeting.eventState !== 'GONE';
};

/** Whoever leads it without the team leads it from paper. */
const isToBeHeld = (file: CaseFile) => isCalled(file) || file.case.status === 'MEETING';

const isThere = (door: Door | false): door is Door => door !== false;

/** About the meeting and the family. */
export function doorsOf(moment: Moment): Door[] {
  const { file, today } = moment;
  const isPreparing = file.case.status === 'PREPARING';
  // The young person's own can be given some time before the birthday.
  const own = maySign(file.case, 'YOUTH', today) ? (['YOUTH'] as const) : [];
  const renewals = goesOn(file) && !isPreparing ? [...new Set<Signer>([...askedToSign(file, today), ...own])] : [];
  const reasons = asksForReason(moment);
  // While the case is prepared the decision stands on the guardian's own page.
  const excused = goesOn(file) && !isPreparing ? file.case.excusedGuardian : null;
  const doors: (Door | false)[] = [
    strayMeetings(file).length > 0 && { key: 'cleared', verb: 'calendar.cleared' },
    handMoveGap(moment) === 'ASK' && { key: 'moved', verb: 'moved.open' },
    // Whoever says stop is heard at once.
    mayWithdraw(moment).length > 0 && { key: 'withdraw', verb: 'withdraw.open' },
    isPreparing && !isPaperOnly(file) && { key: 'allOnPaper', verb: 'allOnPaper.open' },
    file.case.status === 'PLAN_ACTIVE' && { key: 'followUp', verb: 'followUp.call' },
    hasPlanInForce(file) && file.case.status !== 'PLAN_ACTIVE' && { key: 'plan', verb: 'plan.show' },
    hasPlanInForce(file) && homesOf(moment).length > 0 && { key: 'homes', verb: 'homes.open' },
    planToldOf(moment) !== null && { key: 'tellChild', verb: 'tellChild.open' },
    mayLeaveFollowUp(moment) && { key: 'leaveFollowUp', verb: 'followUp.leave' },
    goesOn(file) && !isPreparing && { key: 'print', verb: 'print.open' },
    isToBeHeld(file) && { key: 'chairScript', verb: 'print.chair-script' },
    isCalled(file) && { key: 'answers', verb: 'answers.open' },
    mayMove(file) && { key: 'move', verb: 'move.open' },
    isCalled(file) && { key: 'childAbsent', verb: 'childAbsent.open' },
    // Otherwise on the page of moving.
    file.case.status === 'INVITED' && !mayMove(file) && { key: 'cancel', verb: 'cancel.open' },
    mayNotBeHeld(moment) && { key: 'notHeld', verb: 'notHeld.open' },
    (file.case.status === 'INVITED' || unitsToTellOfTopics(moment).length > 0) && {
      key: 'told',
      verb: 'told.open',
    },
    isCalled(file) && { key: 'add', verb: 'invite.open' },
    file.case.status === 'INVITED' && { key: 'given', verb: 'given.open' },
    ...renewals.map((who): Door => ({ key: 'renew', verb: `${CONSENT_PAGES[who]}.open`, who })),
    asksWhetherAble(moment) && { key: 'able', verb: 'childAble.open' },
    goesOn(file) && (reasons.childNo || reasons.differ) && { key: 'goOn', verb: 'goOn.open' },
    excused !== null && {
      key: 'reached',
      verb: excused === 'GUARDIAN_1' ? 'guardian1.undoExcuse' : 'guardian2.undoExcuse',
      who: excused,
    },
    goesOn(file) && { key: 'refuse', verb: 'refuse.open' },
    hasReceipt(file) && { key: 'receipt', verb: 'print.withdrawal-receipt' },
    goesOn(file) && !isPreparing && { key: 'protection', verb: 'protection.open' },
    isPreparing && isPaperOnly(file) && { key: 'lift', verb: 'protection.open' },
    { key: 'case', verb: 'moreCase.open' },
  ];
  return doors.filter(isThere);
}

/** About the case itself, and who works in it. */
export function caseDoorsOf(file: CaseFile, mayStart: boolean): Door[] {
  const doors: (Door | false)[] = [
    goesOn(file) && (file.case.status !== 'PREPARING' || isPaperOnly(file)) && { key: 'start', verb: 'start.open' },
    goesOn(file) && { key: 'team', verb: 'team.open' },
    goesOn(file) && { key: 'handover', verb: 'handover.open' },
    goesOn(file) && mayStart && file.case.siblingId === null && { key: 'sibling', verb: 'sibling.new' },
    goesOn(file) && { key: 'deviation', verb: 'deviations.open' },
    { key: 'cases', verb: 'case.list' },
    reasonsToClose(file).length > 0 && { key: 'close', verb: 'close.open' },
  ];
  return doors.filter(isThere);
}
