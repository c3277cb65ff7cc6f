import { attendance } from '../../cards/sip/attendance.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { PageName } from '../../domain/names.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { caseStep, type Outcome } from '../act.ts';

/** Who was there, one by one, and how the child took part. */
export const saveAttendance = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'attendance',
    form: ({ file }) => attendance.form(participantsOf(file, currentMeeting(file)).map(({ id }) => id)),
    run({ form, file }): Outcome {
      const meeting = currentMeeting(file);
      if (!meeting) return { code: 'expired', page: 'case' };
      return {
        code: 'ok',
        changes: [
          { in: 'meeting', id: meeting.id, set: { childAttendance: form.child } },
          // Nobody's answer is taken back, and who had no room on the card keeps theirs.
          ...Object.entries(form.participants)
            .filter(([, attendance]) => attendance !== null)
            .map(([id, attendance]): Change => ({ in: 'participant', id, set: { attendance } })),
        ],
        page,
      };
    },
  });
