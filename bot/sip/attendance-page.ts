import { attendance } from '../../cards/sip/attendance.ts';
import { sayRecipient, sayTopics } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const attendancePage = definePage(attendance, (view) => {
  const file = caseOf(view);
  const meeting = currentMeeting(file);
  const people = participantsOf(file, meeting);
  return {
    data: {
      ...sayPart(view, 1),
      next: say(view.language, 'meet.attendance'),
      topics: sayTopics(view.language, commonConsent(file, [view.today])?.topics),
      rows: people.map((row) => ({ id: row.id, label: sayRecipient(view.language, view.register, row) })),
    },
    values: {
      ...Object.fromEntries(people.map((row, n) => [`p_${n}`, row.attendance ?? ''])),
      child: meeting?.childAttendance ?? '',
    },
  };
});
