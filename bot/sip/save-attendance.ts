import type { z } from 'zod';
import { attendance } from '../../cards/sip/attendance.ts';
import { worksIn } from '../../domain/access.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { PageName } from '../../domain/names.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { CaseStep, Outcome } from '../act.ts';

/** Who was there, one by one, and how the child took part. */
export const saveAttendance = (page: PageName): CaseStep<z.output<ReturnType<typeof attendance.form>>> => ({
  case: true,
  during: ['MEETING'],
  inputsOn: 'attendance',
  mayPress: worksIn,
  form: ({ file }) => attendance.form(file ? participantsOf(file, currentMeeting(file)).map(({ id }) => id) : []),
  run({ form, file }): Outcome {
    const meeting = currentMeeting(file);
    if (!meeting) return { code: 'expired', page: 'case' };
    return {
      code: 'ok',
      changes: [
        { in: 'meeting', id: meeting.id, set: { childAttendance: form.child } },
        ...Object.entries(form.participants).map(
          ([id, attendance]): Change => ({ in: 'participant', id, set: { attendance } }),
        ),
      ],
      page,
    };
  },
});
