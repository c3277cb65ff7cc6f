import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ANSWERS } from '../../domain/codes.ts';
import { opensAt, participantsOf } from '../../domain/current.ts';
import type { CaseFile, Change, Meeting } from '../../domain/rows.ts';
import type { Outcome, Step } from '../act.ts';

const read = z.discriminatedUnion('gone', [
  z.object({ gone: z.literal(true) }),
  z.object({
    gone: z.literal(false),
    startAt: z.string(),
    endAt: z.string(),
    answers: z.array(z.object({ mail: z.string(), answer: z.enum(ANSWERS), at: z.string().nullable() })),
  }),
]);
type Read = z.output<typeof read>;

function eventChanges(meeting: Meeting, state: Read): Change[] {
  if (state.gone) return meeting.eventState === 'GONE' ? [] : [{ in: 'meeting', id: meeting.id, set: { eventState: 'GONE' } }];
  const [startAt, endAt] = [Temporal.Instant.from(state.startAt), Temporal.Instant.from(state.endAt)];
  if (meeting.startAt?.equals(startAt) && meeting.endAt?.equals(endAt))
    return meeting.eventState === 'GONE' ? [{ in: 'meeting', id: meeting.id, set: { eventState: 'LIVE' } }] : [];
  return [{ in: 'meeting', id: meeting.id, set: { startAt, endAt, eventState: 'MOVED' } }];
}

function answerChanges(file: CaseFile, meeting: Meeting, state: Read): Change[] {
  if (state.gone) return [];
  return participantsOf(file, meeting).flatMap((row): Change[] => {
    const found = state.answers.find((one) => one.mail === row.mail.toLowerCase());
    if (!found || found.answer === row.answer) return [];
    return [
      { in: 'participant', id: row.id, set: { answer: found.answer, answeredAt: found.at ? Temporal.Instant.from(found.at) : null } },
    ];
  });
}

/** What the calendar says now: answers, a new time, or that the event is gone. Nothing is ever created again by itself. */
export const answersRead: Step = {
  run({ act, file }): Outcome {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || meeting?.status !== 'SENT') return { code: 'notSent' };
    if (meeting.readId !== act.effect?.id) return { code: 'older' };
    const state = read.parse(act.data);
    const moved = eventChanges(meeting, state);
    const changes = [...moved, ...answerChanges(file, meeting, state)];
    const opens = opensAt({ ...meeting, ...(moved[0] && 'set' in moved[0] ? (moved[0].set as Partial<Meeting>) : {}) });
    return {
      code: changes.length > 0 ? 'ok' : 'unchanged',
      changes,
      due: moved.length > 0 && opens ? [{ kind: 'meeting.opens', subjectId: meeting.id, caseId: file.case.id, dueAt: opens }] : [],
    };
  },
};
