import { attendance } from '../../cards/sip/attendance.ts';
import { sayRecipient, sayTopics } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

/** Of more than a card may hold those without an answer come first: the rest of them come when these are saved. */
const MANY = 15;
function unansweredFirst(people: readonly Participant[]): { n: number; row: Participant }[] {
  const rows = people.map((row, n) => ({ n, row }));
  if (people.length <= MANY) return rows;
  const isAnswered = ({ row }: { row: Participant }) => row.attendance !== null;
  return [...rows.filter((one) => !isAnswered(one)), ...rows.filter(isAnswered)];
}

export const attendancePage = definePage(attendance, (view) => {
  const file = caseOf(view);
  const meeting = currentMeeting(file);
  const people = participantsOf(file, meeting);
  return {
    data: {
      ...sayPart(view, 1),
      next: say(view.language, 'meet.attendance'),
      topics: sayTopics(view.language, commonConsent(file, [view.today])?.topics),
      rows: unansweredFirst(people).map(({ n, row }) => ({
        n,
        label: sayRecipient(view.language, view.register, row),
      })),
    },
    values: {
      ...Object.fromEntries(people.map((row, n) => [`p_${n}`, row.attendance ?? ''])),
      child: meeting?.childAttendance ?? '',
    },
  };
});
