/** What can be pressed next on a case that is called or has a plan, and which of it is the main button. */
import { declinedWithoutStandIn } from './answers.ts';
import { hasScope } from './consent.ts';
import { currentMeeting, goesOn, opensAt } from './current.ts';
import { isOnOrBefore } from './days.ts';
import { mayBookAsAgreed } from './follow-up.ts';
import { isPaperOnly } from './gates.ts';
import { guestsOf } from './in-calendar.ts';
import { lacksLink } from './join-link.ts';
import type { Moment } from './moment.ts';
import { handMoveGap } from './moved-by-hand.ts';
import { mayMove } from './moves.ts';
import { nextStep } from './next-step.ts';
import { offersOf } from './papers.ts';
import { isQuiet } from './quiet.ts';
import { failedSending } from './sending.ts';

type Step = ReturnType<typeof nextStep>['key'];
const among = (steps: readonly Step[], step: Step): boolean => steps.includes(step);

/** Right after the lock the plan is printed beside. */
const CALL_NOW: readonly Step[] = ['follow.soon', 'follow.soonUncovered', 'next.followUpOver'];
const ASKS_HELD: readonly Step[] = ['next.wasItHeld', 'next.wasItHeldUncovered'];
export type Ways = ReturnType<typeof waysOn>;

export function waysOn(moment: Moment) {
  const { file, now, today } = moment;
  const meeting = currentMeeting(file);
  const step = nextStep(moment).key;
  const isInvited = file.case.status === 'INVITED';
  const opens = isInvited && meeting?.status === 'SENT' ? opensAt(meeting) : null;
  // Where no consent covers the day it cannot be opened (`open-meeting.ts`).
  const canOpen =
    file.case.status === 'MEETING' || (opens !== null && isOnOrBefore(opens, now) && hasScope(file, 'MEETING', today));
  const canRetry = goesOn(file) && failedSending(file) !== null && step !== 'next.uncoveredNotSent';
  const guests = guestsOf(moment);
  const hasAnswers = declinedWithoutStandIn(file).length > 0 || guests.answers > 0 || guests.unknown > 0;
  // What was agreed on at the table is booked beside whatever comes first.
  const canFollowUp = MAIN[step] === 'FOLLOW_UP' || mayBookAsAgreed(moment);
  return {
    step,
    canOpen,
    canRetry,
    canMove: MAIN[step] === 'MOVE' && mayMove(file),
    canCheckMove: !canOpen && handMoveGap(moment) === 'ASK',
    canAnswer: isInvited && meeting?.status === 'SENT' && !canOpen && !canRetry && hasAnswers,
    askHeld: among(ASKS_HELD, step),
    canFollowUp,
    canPrintPlan:
      file.case.status === 'PLAN_ACTIVE' && !among(CALL_NOW, step) && offersOf(file, today).includes('plan'),
    askDeviation: step === 'meet.absent',
    canLink: isInvited && !isQuiet(file, now) && lacksLink(meeting),
    canPrint: isPaperOnly(file) && goesOn(file),
  };
}

export const MAIN_BUTTONS = [
  'ROW',
  'RETRY',
  'OPEN',
  'MOVE',
  'CHECK_MOVE',
  'LINK',
  'ANSWER',
  'FOLLOW_UP',
  'PRINT_PLAN',
  'PRINT',
] as const;
type MainButton = (typeof MAIN_BUTTONS)[number];

/** What the heading asks for; null: nothing that a button does. */
const MAIN: Partial<Record<Step, MainButton | null>> = {
  'err.calRefused': 'RETRY',
  'next.noMailboxToCall': 'RETRY',
  'err.moveRefused': 'RETRY',
  'err.standInRefused': 'RETRY',
  'next.eventGone': null,
  'next.uncovered': 'MOVE',
  'next.movedPastConsent': 'MOVE',
  'next.movedToPast': 'MOVE',
  'next.wholeDay': 'MOVE',
  'next.movedByHand': 'CHECK_MOVE',
  'next.calendar': 'LINK',
  'follow.soon': 'FOLLOW_UP',
  'follow.soonUncovered': 'FOLLOW_UP',
  'next.followUpOver': 'FOLLOW_UP',
  'next.bookFollowUp': 'FOLLOW_UP',
};
/** Where the heading asks for nothing of its own. */
const OTHERWISE: readonly MainButton[] = ['OPEN', 'ANSWER', 'RETRY', 'PRINT_PLAN', 'PRINT'];

/** One main button, and it is what the heading is about: the row that is its own, else by the table. */
export function mainOf(ways: Ways, hasRow: boolean): MainButton | null {
  const can: Record<MainButton, boolean> = {
    ROW: hasRow,
    RETRY: ways.canRetry,
    OPEN: ways.canOpen,
    MOVE: ways.canMove,
    CHECK_MOVE: ways.canCheckMove,
    LINK: ways.canLink,
    ANSWER: ways.canAnswer,
    FOLLOW_UP: ways.canFollowUp,
    PRINT_PLAN: ways.canPrintPlan,
    PRINT: ways.canPrint,
  };
  if (can.ROW) return 'ROW';
  const own = MAIN[ways.step];
  if (own === null) return null;
  return [own, ...OTHERWISE].find((one) => one !== undefined && can[one]) ?? null;
}
