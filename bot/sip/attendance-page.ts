import { attendance, attendeeInput, partyInput } from '../../cards/sip/attendance.ts';
import { capital } from '../../cards/texts/capital.ts';
import { sayPartner, sayPerson, sayRecipient } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import {
  askedAttendees,
  attendanceOf,
  childAt,
  interpreterAt,
  isSomebodyOpen,
  relativesAt,
} from '../../domain/attendees.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';

/** Of more than a card may hold those without an answer come first: the rest of them come when these are saved. */
const MANY = 15;
function unansweredFirst(people: readonly Participant[]): readonly Participant[] {
  if (people.length <= MANY) return people;
  const isAnswered = ({ attendance }: Participant) => attendance !== null;
  return [...people.filter((one) => !isAnswered(one)), ...people.filter(isAnswered)];
}

export const attendancePage = definePage(attendance, (view) => {
  const file = caseOf(view);
  const { language, register, today } = view;
  const meeting = currentMeeting(file);
  const people = participantsOf(file, meeting);
  const asked = askedAttendees(file, today);
  return {
    data: {
      ...sayPart(view, 1),
      next: say(language, 'meet.attendance'),
      attendees: asked.map((who) => ({ input: attendeeInput(who), label: sayAttendee(view, who) })),
      childPart:
        meeting?.childFrom && meeting.childTo
          ? say(language, 'meet.childPart', { from: spoken(meeting.childFrom), to: spoken(meeting.childTo) })
          : null,
      rows: unansweredFirst(people).map((row) => ({
        input: partyInput(row.id),
        label: sayRecipient(language, register, row),
      })),
      isOpen: isSomebodyOpen(file, meeting, today),
    },
    values: {
      ...Object.fromEntries(asked.map((who) => [attendeeInput(who), attendanceOf(file, meeting, who) ?? ''])),
      ...Object.fromEntries(people.map((row) => [partyInput(row.id), row.attendance ?? ''])),
      child: childAt(file, meeting) ?? '',
      relatives: String(relativesAt(file, meeting)),
      interpreter: interpreterAt(file, meeting) ?? 'NONE',
    },
  };
});

/** "Sammankallande · Elevhälsan · Karin Ek, kurator", "Mamma". */
function sayAttendee(view: View, who: ReturnType<typeof askedAttendees>[number]): string {
  const { language, register } = view;
  const { case: row } = caseOf(view);
  if (who === 'CONVENER') return say(language, 'attendee.CONVENER', { who: sayPerson(register, row.convenerId) });
  return capital(sayPartner(language, row, who));
}

const spoken = (clock: string): string => clock.replace(':', '.');
