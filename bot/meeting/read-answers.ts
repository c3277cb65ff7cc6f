import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { answerFromCalendar } from '../../domain/answers.ts';
import { placeInCalendar } from '../../domain/calendar-place.ts';
import { withChanges } from '../../domain/changes.ts';
import { ANSWERS } from '../../domain/codes.ts';
import { order } from '../../domain/days.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { sortFound, withInCalendar } from '../../domain/in-calendar.ts';
import { linkChanges } from '../../domain/join-link.ts';
import { hasNewTime, isOnItsWay, movedChanges, openMove } from '../../domain/moves.ts';
import { type EventRef, NO_CALENDAR } from '../../domain/ports.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { type MeetingMove, newMove } from '../../domain/rows/move.ts';
import type { Register } from '../../domain/rows/register.ts';
import { givenAnew } from '../../domain/talks.ts';
import type { Context, Outcome, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { moved } from './move-meeting.ts';

const read = z.discriminatedUnion('gone', [
  z.object({ gone: z.literal(true) }),
  z.object({
    gone: z.literal(false),
    startAt: z.string(),
    endAt: z.string(),
    allDay: z.boolean(),
    place: z.string(),
    link: z.object({ online: z.boolean(), joinUrl: z.string().nullable() }),
    changedAt: z.string().nullable(),
    answers: z.array(z.object({ mail: z.string(), answer: z.enum(ANSWERS), at: z.string().nullable() })),
  }),
]);
type Event = Extract<z.output<typeof read>, { gone: false }>;

/**
 * Reads the event from the organiser's calendar: who has answered what, who stands there besides, and whether somebody
 * moved or removed it there.
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
      allDay: state.allDay,
      place: state.place,
      link: state.link,
      changedAt: state.changedAt?.toString() ?? null,
      answers: state.answers.map(({ mail, answer, at }) => ({ mail, answer, at: at?.toString() ?? null })),
    };
  },
  done: 'answers.read',
  dead: 'answers.notRead',
};

type Span = { startAt: Temporal.Instant; endAt: Temporal.Instant; allDay: boolean; changedAt: Temporal.Instant | null };

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
  if (isOnItsWay(open) && !hasNewTime(span, open))
    return moved(context, file, open, context.act.effect?.id ?? null, span.changedAt);
  const move = movedByHand(meeting, span, context.newId());
  return {
    code: 'moved',
    changes: [
      ...movedChanges(file, meeting, move, context.now, { allDay: span.allDay, since: span.changedAt ?? context.now }),
      { in: 'meeting', id: meeting.id, set: { eventState: 'MOVED' } },
    ],
  };
}

/** The newest of what somebody has answered by their addresses. */
function answerChanges(sorted: ReturnType<typeof sortFound>, meeting: Meeting): Change[] {
  return sorted.answers.flatMap(({ row, found }): Change[] => {
    const given = found
      .map(({ answer, at }) => ({ answer, at: at ? Temporal.Instant.from(at) : null }))
      .filter(({ answer }) => answer !== 'NONE')
      .sort((a, b) => (a.at && b.at ? order(a.at, b.at) : a.at ? 1 : -1))
      .at(-1);
    const set = given ? answerFromCalendar(row, given, meeting.timeSetAt) : null;
    return set ? [{ in: 'participant', id: row.id, set }] : [];
  });
}

/** Another place of the register is the meeting's, and the family's paper says the old one. */
function placeChanges(file: CaseFile, register: Register, meeting: Meeting, text: string): Change[] {
  const set = placeInCalendar(register, meeting, text);
  const isOther = set.placeId !== meeting.placeId || (set.placeChanged && !meeting.placeChanged);
  if (!isOther && set.placeChanged === meeting.placeChanged) return [];
  return [{ in: 'meeting', id: meeting.id, set }, ...(isOther ? givenAnew(file) : [])];
}

/** Everything that the event says, beside its time. */
function seenChanges(file: CaseFile, { register, newId, now }: Context, meetingId: string, state: Event): Change[] {
  const meeting = file.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return [];
  const sorted = sortFound({ file, register }, meeting, state.answers, newId);
  const text = withInCalendar(meeting, { guests: sorted.guests, unseen: sorted.unseen });
  const place = placeChanges(file, register, meeting, state.place);
  const placed = withChanges(file, place);
  const isFirst = meeting.inCalendar === null && sorted.guests.length === 0 && sorted.unseen === 0;
  return [
    ...place,
    ...linkChanges(placed, placed.meetings.find(({ id }) => id === meetingId) ?? meeting, state.link, now),
    ...(isFirst || text === meeting.inCalendar
      ? []
      : [{ in: 'meeting' as const, id: meeting.id, set: { inCalendar: text } }]),
    ...answerChanges(sorted, meeting),
  ];
}

const eventIs = ({ id }: Meeting, set: Partial<Meeting>): Change => ({ in: 'meeting', id, set });

/**
 * What the calendar says now: answers, a new time or place, who else is there, or that the event is gone. Nothing is
 * ever created again by itself.
 */
export const answersRead: Step = {
  run(context): Outcome {
    const { act, file } = context;
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || meeting?.status !== 'SENT') return { code: 'notSent' };
    if (meeting.readId !== act.effect?.id) return { code: 'older' };
    const state = read.parse(act.data);
    const isBack = meeting.eventState === 'GONE';
    const readable = meeting.unread === null ? [] : [eventIs(meeting, { unread: null })];
    if (state.gone)
      return isBack
        ? { code: 'unchanged' }
        : { code: 'ok', changes: [...readable, eventIs(meeting, { eventState: 'GONE' })] };
    const span = spanOf(state);
    const { changes: time = [], ...rest }: Outcome = hasNewTime(meeting, span)
      ? moves(context, file, meeting, span)
      : { code: 'ok' };
    const changes = [
      ...readable,
      ...time,
      ...(isBack && time.length === 0 ? [eventIs(meeting, { eventState: 'LIVE' })] : []),
      ...seenChanges(withChanges(file, time), context, meeting.id, state),
    ];
    return { ...rest, code: changes.length > 0 ? rest.code : 'unchanged', changes };
  },
};

const spanOf = ({ startAt, endAt, allDay, changedAt }: Event): Span => ({
  startAt: Temporal.Instant.from(startAt),
  endAt: Temporal.Instant.from(endAt),
  allDay,
  changedAt: changedAt ? Temporal.Instant.from(changedAt) : null,
});

/** It cannot be read, and so no answer is seen: the case says it. Read again when it is time to look. */
export const answersNotRead: Step = {
  run({ act, file }): Outcome {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (meeting?.status !== 'SENT') return { code: 'notSent' };
    const unread = act.effect?.cause === NO_CALENDAR ? 'NO_MAILBOX' : 'REFUSED';
    return meeting.unread === unread ? { code: 'unchanged' } : { code: 'ok', changes: [eventIs(meeting, { unread })] };
  },
};
