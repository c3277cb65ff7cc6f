import { CHECK_MINUTES } from '../../domain/current.ts';
import { isBefore } from '../../domain/days.ts';
import type { Outcome, Step } from '../act.ts';

/** Due: notifications can be lost, so a sent meeting is read now and then until it is over. */
export const checkAnswers: Step = {
  run({ act, file, now }): Outcome {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || meeting?.status !== 'SENT' || !meeting.endAt || isBefore(meeting.endAt, now)) return { code: 'over' };
    return {
      code: 'ok',
      effects: [{ kind: 'read-answers', caseId: file.case.id, subjectId: meeting.id }],
      due: [
        {
          kind: 'answers.check',
          subjectId: meeting.id,
          caseId: file.case.id,
          dueAt: now.add({ minutes: CHECK_MINUTES }),
        },
      ],
    };
  },
};
