import { caseCard } from '../../cards/case/case.ts';
import { sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayAnswer, sayMoves, sayPlace, sayUnit } from '../../cards/texts/labels.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { currentMeeting, goesOn, isFollowUp, lockedPlan, participantsOf } from '../../domain/current.ts';
import { dayOf, daysBetween } from '../../domain/days.ts';
import { isLate, lastMeetingDay } from '../../domain/deadlines.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { isQuiet } from '../../domain/quiet.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { mainOf, waysOn } from '../../domain/ways-on.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { followedOnCard } from './followed-on-card.ts';
import { sayCalendar } from './say-calendar.ts';
import { sayNext, sayWarning } from './say-next.ts';
import { todoRows } from './todo-rows.ts';

/**
 * The case card from the kallelse on: when and where, who has answered what, the measures and the follow-up. Of people
 * nobody but whom to ring.
 */
export const casePage = definePage(caseCard, (view) => {
  const file = caseOf(view);
  const { language, now } = view;
  const moment = { ...view, file };
  const meeting = currentMeeting(file);
  const plan = lockedPlan(file);
  const isStopped = !goesOn(file);
  const isAtTable = isQuiet(file, now);
  const hasNoAnswers = file.case.status === 'PLAN_ACTIVE' || isStopped || isAtTable;
  const todo = isAtTable ? [] : todoRows(view, file);
  const ways = waysOn(moment);
  return {
    data: {
      ...ways,
      main: mainOf(
        ways,
        todo.some(({ isNext }) => isNext),
      ),
      title: say(language, titleKey(file), { code: file.case.code, state: say(language, stateKey(file)) }),
      ...sayNext(view, file),
      when: isStopped ? '' : whenLine(view, file),
      notRecorded:
        file.case.status === 'INVITED' && isFromAfar(meeting) && !isPaperOnly(file)
          ? say(language, 'afar.notRecorded')
          : null,
      deadline: hasNoAnswers ? null : deadlineLine(view, file),
      todo,
      moved: hasNoAnswers ? null : sayMoves(language, file),
      rows: hasNoAnswers ? [] : answerRows(view, file),
      ...followedOnCard(view, file),
      openTitle: say(language, file.case.status === 'MEETING' ? 'button.goOnMeeting' : 'button.openMeeting'),
      warning: isAtTable ? null : sayWarning(view, file),
      ...(isAtTable ? { alarms: [], calendar: [] } : sayCalendar(view, file)),
      canResume: file.case.status === 'STOPPED',
      canFollow: file.case.status === 'CLOSED',
      isOpen: file.case.status !== 'CLOSED',
      showPlan: plan !== undefined && !isStopped,
      // Under "Mer …" too: the card has few buttons.
      showCases: !ways.canPrintPlan && !ways.canFollowUp && !ways.askDeviation && !ways.askHeld,
    },
  };
});

/** Which kallelse it is; at the table one sees that. */
const titleKey = (file: CaseFile): TextKey =>
  file.case.status === 'INVITED' && isFollowUp(file) ? 'case.titleStateFollowUp' : 'case.titleState';

/** What stands in the title: how it is, also where something happened that is no status of its own. */
function stateKey(file: CaseFile): TextKey {
  const meeting = currentMeeting(file);
  if (file.case.status === 'MEETING' && meeting?.pausedAt) return 'caseState.paused';
  if (file.case.status === 'STOPPED' && file.case.restReason !== 'WITHDRAWN' && file.case.restReason !== null)
    return 'caseState.rests';
  if (file.case.status !== 'INVITED') return `caseStatus.${file.case.status}`;
  if (meeting?.status === 'SENT' && meeting.eventState === 'GONE') return 'caseState.gone';
  return `meetingStatus.${meeting?.status ?? 'DRAFT'}`;
}

function whenLine({ language, register, today }: View, file: CaseFile): string {
  const meeting = currentMeeting(file);
  if (!meeting?.startAt || !meeting.endAt) return '';
  const { startAt, endAt, allDay } = meeting;
  const place = sayPlace(language, register, meeting);
  const when = [sayMeetingTime(language, startAt, endAt, { today, allDay }), place].filter(Boolean).join(' · ');
  // Beside the day of the follow-up one could be taken for the other.
  return meeting.status === 'HELD' ? say(language, 'case.met', { when }) : when;
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
    unit: sayUnit(register, row.unitId),
    answer: isCalled ? sayAnswer(language, row) : say(language, 'answer.NOT_CALLED'),
  }));
}
