import { caseCard } from '../../cards/case/case.ts';
import { sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayAnswer, sayMoves, sayPlace, sayUnitKind } from '../../cards/texts/labels.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { declinedWithoutStandIn } from '../../domain/answers.ts';
import { currentMeeting, goesOn, hasPlanInForce, lockedPlan, opensAt, participantsOf } from '../../domain/current.ts';
import { dayOf, daysBetween, isOnOrBefore } from '../../domain/days.ts';
import { isLate, lastMeetingDay } from '../../domain/deadlines.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { guestsOf } from '../../domain/in-calendar.ts';
import { lacksLink } from '../../domain/join-link.ts';
import { handMoveGap } from '../../domain/moved-by-hand.ts';
import { nextStep } from '../../domain/next-step.ts';
import { offersOf } from '../../domain/papers.ts';
import { isQuiet } from '../../domain/quiet.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { failedSending } from '../../domain/sending.ts';
import { stillToDo } from '../../domain/still-to-do.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { followedOnCard } from './followed-on-card.ts';
import { sayCalendar } from './say-calendar.ts';
import { sayNext, sayWarning } from './say-next.ts';

/** The steps whose main button calls to the follow-up; beside them nothing is printed but right after the lock. */
const CALL_STEPS = ['follow.soon', 'next.followUpOver'];
const FOLLOW_UP_STEPS = [...CALL_STEPS, 'next.bookFollowUp'];

/**
 * The case card from the kallelse on: when and where, who has answered what, the measures and the follow-up. Units by
 * kind, never by name.
 */
export const casePage = definePage(caseCard, (view) => {
  const file = caseOf(view);
  const { language, now } = view;
  const moment = { ...view, file };
  const guests = guestsOf(moment);
  const meeting = currentMeeting(file);
  const plan = lockedPlan(file);
  const isFollowed = hasPlanInForce(file) && file.case.status !== 'MEETING';
  const step = nextStep({ ...view, file }).key;
  const opens = meeting && opensAt(meeting);
  const isStopped = !goesOn(file);
  const canPrintPlan = isFollowed && !CALL_STEPS.includes(step) && offersOf(file, view.today).includes('plan');
  const canFollowUp = FOLLOW_UP_STEPS.includes(step);
  const isAtTable = isQuiet(file, now);
  const hasNoAnswers = file.case.status === 'PLAN_ACTIVE' || isStopped || isAtTable;
  const canRetry = !isStopped && failedSending(file) !== null;
  const canOpen =
    file.case.status === 'MEETING' || (meeting?.status === 'SENT' && opens != null && isOnOrBefore(opens, now));
  const canAnswer =
    file.case.status === 'INVITED' &&
    !canOpen &&
    !canRetry &&
    (declinedWithoutStandIn(file).length > 0 || guests.answers > 0 || guests.unknown > 0);
  const canCheckMove = !canOpen && handMoveGap(moment) === 'ASK';
  const hasMain = canFollowUp || canOpen || canAnswer || canRetry || canCheckMove;
  return {
    data: {
      title: say(language, 'case.titleState', { code: file.case.code, state: say(language, stateKey(file)) }),
      next: sayNext(view, file),
      when: isStopped ? '' : whenLine(view, file),
      notRecorded:
        file.case.status === 'INVITED' && isFromAfar(meeting) && !isPaperOnly(file)
          ? say(language, 'afar.notRecorded')
          : null,
      deadline: hasNoAnswers ? null : deadlineLine(view, file),
      todo: (isAtTable ? [] : stillToDo({ ...view, file })).map(({ key, done, all }) => ({
        label: say(language, `door.${key}`),
        state: say(language, `todo.${key}`, { done, all }),
        verb: `${key}.open` as const,
      })),
      moved: hasNoAnswers ? null : sayMoves(language, file),
      rows: hasNoAnswers ? [] : answerRows(view, file),
      canOpen,
      canAnswer,
      canRetry,
      canPrint: isPaperOnly(file) && !isStopped,
      canPrintPlan: canPrintPlan && !hasMain,
      canPrintBeside: canPrintPlan && hasMain,
      ...followedOnCard(view, file),
      openTitle: say(language, file.case.status === 'MEETING' ? 'button.goOnMeeting' : 'button.openMeeting'),
      showPlan: plan !== undefined && !isStopped,
      askHeld: step === 'next.wasItHeld',
      canFollowUp,
      askDeviation: step === 'meet.absent',
      // Under "Mer …" too: the card has few buttons.
      showCases: !canPrintPlan && !canFollowUp && step !== 'meet.absent' && step !== 'next.wasItHeld',
      warning: isAtTable ? null : sayWarning(view, file),
      ...(isAtTable ? { alarms: [], calendar: [] } : sayCalendar(view, file)),
      canLink: file.case.status === 'INVITED' && !isAtTable && lacksLink(meeting),
      canCheckMove,
      canResume: file.case.status === 'STOPPED',
      canFollow: file.case.status === 'CLOSED',
      isOpen: file.case.status !== 'CLOSED',
    },
  };
});

function stateKey(file: CaseFile): TextKey {
  if (file.case.status !== 'INVITED') return `caseStatus.${file.case.status}`;
  return `meetingStatus.${currentMeeting(file)?.status ?? 'DRAFT'}`;
}

function whenLine({ language, register, today }: View, file: CaseFile): string {
  const meeting = currentMeeting(file);
  if (!meeting?.startAt || !meeting.endAt) return say(language, 'state.notChosen');
  const { startAt, endAt, allDay } = meeting;
  const place = sayPlace(language, register, meeting);
  return [sayMeetingTime(language, startAt, endAt, { today, allDay }), place].filter(Boolean).join(' · ');
}

/** Gone once a time inside it is booked: then it has nothing more to say. */
function deadlineLine(view: View, file: CaseFile): string | null {
  const { language, today } = view;
  const last = lastMeetingDay({ ...view, file });
  const startAt = currentMeeting(file)?.startAt;
  if (!last || (startAt && !isLate(dayOf(startAt), last))) return null;
  return say(language, 'time.limit', { day: sayDay(language, last), n: Math.max(0, daysBetween(today, last)) });
}

function answerRows({ language, register }: View, file: CaseFile) {
  const meeting = currentMeeting(file);
  const isCalled = meeting?.status === 'SENT' || meeting?.status === 'HELD';
  return participantsOf(file, meeting).map((row) => ({
    unit: sayUnitKind(language, register, row.unitId),
    answer: isCalled ? sayAnswer(language, row) : say(language, 'answer.NOT_CALLED'),
  }));
}
