import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { answerFromCalendar } from '../../domain/answers.ts';
import { withChanges } from '../../domain/changes.ts';
import { ANSWERS } from '../../domain/codes.ts';
import { participantsOf } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { hasNewTime, isOnItsWay, movedChanges, openMove } from '../../domain/moves.ts';
import type { EventRef } from '../../domain/ports.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { type MeetingMove, newMove } from '../../domain/rows/move.ts';
import type { Context, Outcome, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { moved } from './move-meeting.ts';

const read = z.discriminatedUnion('gone', [
  z.object({ gone: z.literal(true) }),
  z.object({
    gone: z.literal(false),
    startAt: z.string(),
    endAt: z.string(),
    answers: z.array(z.object({ mail: z.string(), answer: z.enum(ANSWERS), at: z.string().nullable() })),
  }),
]);
type Found = Extract<z.output<typeof read>, { gone: false }>['answers'][number];

/**
 * Reads the event from the organiser's calendar: who has answered what, and whether somebody moved or removed it there.
 */
export const readAnswers: EffectKind<EventRef, z.input<typeof read>> = {
  async prepare({ file, effect, store }) {
    const meeting = file?.meetings.find((one) => one.id === effect.subjectId);
    // Of a meeting that is off nothing is asked any more; on paper only, nothing at all.
    if (!file || meeting?.status !== 'SENT' || isPaperOnly(file) || !meeting.organizerId || !meeting.eventId)
      return null;
    await store.apply([{ in: 'meeting', id: meeting.id, set: { readId: effect.id } }]);
    return { organizerId: meeting.organizerId, eventId: meeting.eventId };
  },
  calendars: ({ organizerId }) => [organizerId],
  async send(event, { calendar }) {
    const state = await calendar.read(event);
    if (!state || state.cancelled) return { gone: true };
    return {
      gone: false,
      startAt: state.startAt.toString(),
      endAt: state.endAt.toString(),
      answers: state.answers.map(({ mail, answer, at }) => ({
        mail: mail.toLowerCase(),
        answer,
        at: at?.toString() ?? null,
      })),
    };
  },
  done: 'answers.read',
};

type Span = { startAt: Temporal.Instant; endAt: Temporal.Instant };

/** Somebody moved it in Outlook: kept like every move, without a reason, and nobody has asked the family. */
const movedByHand = (meeting: Meeting, { startAt, endAt }: Span, id: string): MeetingMove =>
  newMove({
    id,
    caseId: meeting.caseId,
    meetingId: meeting.id,
    fromStartAt: meeting.startAt,
    fromEndAt: meeting.endAt,
    startAt,
    endAt,
    placeId: meeting.placeId,
    lateReason: meeting.lateReason,
  });

/** A time that is not the meeting's: our own move, whose answer was lost, or somebody else's. */
function moves(context: Context, file: CaseFile, meeting: Meeting, span: Span): Outcome {
  const open = openMove(file);
  if (isOnItsWay(open) && !hasNewTime({ ...meeting, ...span }, open))
    return moved(context, file, open, context.act.effect?.id ?? null);
  const move = movedByHand(meeting, span, context.newId());
  return {
    code: 'moved',
    changes: [
      ...movedChanges(file, meeting, move, context.now),
      { in: 'meeting', id: meeting.id, set: { eventState: 'MOVED' } },
    ],
  };
}

function answerChanges(file: CaseFile, meeting: Meeting, answers: Found[]): Change[] {
  return participantsOf(file, meeting).flatMap((row): Change[] => {
    const found = answers.find((one) => one.mail === row.mail.toLowerCase());
    const set =
      found && answerFromCalendar(row, { answer: found.answer, at: found.at ? Temporal.Instant.from(found.at) : null });
    return set ? [{ in: 'participant', id: row.id, set }] : [];
  });
}

/**
 * What the calendar says now: answers, a new time, or that the event is gone. Nothing is ever created again by itself.
 */
export const answersRead: Step = {
  run(context): Outcome {
    const { act, file } = context;
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || meeting?.status !== 'SENT') return { code: 'notSent' };
    if (meeting.readId !== act.effect?.id) return { code: 'older' };
    const state = read.parse(act.data);
    const isBack = meeting.eventState === 'GONE';
    const event = (eventState: Meeting['eventState']): Change => ({
      in: 'meeting',
      id: meeting.id,
      set: { eventState },
    });
    if (state.gone) return isBack ? { code: 'unchanged' } : { code: 'ok', changes: [event('GONE')] };
    const span = { startAt: Temporal.Instant.from(state.startAt), endAt: Temporal.Instant.from(state.endAt) };
    const { changes: time = [], ...rest }: Outcome = hasNewTime(meeting, span)
      ? moves(context, file, meeting, span)
      : { code: 'ok' };
    const after = withChanges(file, time);
    const changes = [
      ...time,
      ...(isBack && time.length === 0 ? [event('LIVE')] : []),
      ...answerChanges(after, meeting, state.answers),
    ];
    return { ...rest, code: changes.length > 0 ? rest.code : 'unchanged', changes };
  },
};
