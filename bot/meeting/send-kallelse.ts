import { kindOn } from '../../domain/calling.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { clocksOf } from '../../domain/deadlines.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { transactionOf } from '../../domain/transactions.ts';
import { caseStep } from '../act.ts';

/** All gates stand here (and again when the booking is sent). The calendar is asked after the commit. */
export const sendKallelse = caseStep({
  during: ['PREPARING'],
  run(context) {
    const { file } = context;
    const meeting = currentMeeting(file);
    const missing = missingBeforeKallelse(context);
    if (!meeting || missing.length > 0) return { code: 'missing', page: 'missing' };
    const { NEED_NOTICED: needOn, CONSENT_COMPLETE: consentOn } = clocksOf(context);
    return {
      code: 'ok',
      changes: [
        { in: 'case', id: file.case.id, set: { status: 'INVITED' } },
        {
          in: 'meeting',
          id: meeting.id,
          set: {
            status: 'SENDING',
            organizerId: file.case.convenerId,
            transactionId: transactionOf(meeting),
            needOn,
            consentOn,
          },
        },
        // Chosen before the meeting had its day, or before the agreement was another.
        ...participantsOf(file, meeting).flatMap(({ id, unitId, kind }): Change[] => {
          const now = kindOn(context, unitId, meeting.startAt);
          return now === kind ? [] : [{ in: 'participant', id, set: { kind: now } }];
        }),
      ],
      effects: [{ kind: 'book-meeting', caseId: file.case.id, subjectId: meeting.id }],
      page: 'case',
      backTo: null,
    };
  },
});
