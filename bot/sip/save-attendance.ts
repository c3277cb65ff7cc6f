import { attendance } from '../../cards/sip/attendance.ts';
import { askedAttendees, attendanceChanges, everybodyCame } from '../../domain/attendees.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { PageName } from '../../domain/names.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';

const form = ({ file, today }: CaseContext) =>
  attendance.form(
    askedAttendees(file, today),
    participantsOf(file, currentMeeting(file)).map(({ id }) => id),
  );

/** Who was there, one by one, and how the child took part. */
export const saveAttendance = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'attendance',
    form,
    run({ form, file, newId }): Outcome {
      const meeting = currentMeeting(file);
      if (!meeting) return { code: 'expired', page: 'case' };
      return { code: 'ok', changes: attendanceChanges(file, meeting, form, newId), page };
    },
  });

/** "Alla kom": the exceptions are changed on the same page. */
export const saveAllCame = caseStep({
  during: ['MEETING'],
  inputsOn: 'attendance',
  form,
  run({ form, file, newId, today }): Outcome {
    const meeting = currentMeeting(file);
    if (!meeting) return { code: 'expired', page: 'case' };
    return {
      code: 'ok',
      changes: attendanceChanges(file, meeting, everybodyCame(file, meeting, form, today), newId),
      page: 'attendance',
      notice: { key: 'meet.allCame' },
    };
  },
});
