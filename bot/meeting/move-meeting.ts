import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { remindIn } from '../../cards/texts/labels.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { isOnItsWay, missingBeforeMove, movedChanges, openMove, placeAfter } from '../../domain/moves.ts';
import type { EventRef, NewTime } from '../../domain/ports.ts';
import { standingCards, wantAgain } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { MeetingMove } from '../../domain/rows/move.ts';
import type { Context, Outcome, Say, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; to: NewTime };

/** `since`: when the calendar says that it was changed. */
const sent = z.object({ startAt: z.string(), endAt: z.string(), since: z.string().nullable() });

/**
 * Gives the event in the calendars its new time. What it needs may be gone since the press: then it is not moved, and
 * the card says so.
 */
export const moveMeeting: EffectKind<Payload, z.input<typeof sent>> = {
  prepare({ file, register, now, today, effect }) {
    const meeting = file && currentMeeting(file);
    const move = file ? openMove(file) : undefined;
    if (!file || !meeting || !isOnItsWay(move) || move.id !== effect.subjectId) return null;
    const { organizerId, eventId } = meeting;
    const { startAt, endAt } = move;
    if (!organizerId || !eventId || !startAt || !endAt || meeting.eventState === 'GONE') return null;
    if (isPaperOnly(file) || missingBeforeMove({ file, register, now, today }).length > 0)
      return { notWanted: 'move.stopped' };
    const placeId = placeAfter(meeting, move);
    const { place } = invitationOf(file, register, { ...meeting, placeId });
    // Where nobody has chosen another place on the card, the one in Outlook stays.
    const isElsewhere = placeId !== meeting.placeId;
    return { event: { organizerId, eventId }, to: { startAt, endAt, ...(isElsewhere ? { place } : {}) } };
  },
  calendars: ({ event }) => [event.organizerId],
  async send({ event, to }, { calendar }) {
    const since = await calendar.move(event, to);
    return { startAt: to.startAt.toString(), endAt: to.endAt.toString(), since: since?.toString() ?? null };
  },
  done: 'move.sent',
  waiting: 'move.waiting',
  dead: 'move.notSent',
};

/** The move that this result is about, while it is still to be made. */
const movingIn = (file: CaseFile | null, id: string | null): MeetingMove | undefined => {
  const move = file ? openMove(file) : undefined;
  return isOnItsWay(move) && move.id === id ? move : undefined;
};

const tell = (file: CaseFile, notice: Say) => standingCards(file).map((posting) => wantAgain(posting, { notice }));

/** The calendars have the new time: from now on it is the meeting's, and what was read before says nothing more. */
export function moved(
  { now }: Pick<Context, 'now'>,
  file: CaseFile,
  move: MeetingMove,
  readId: string | null,
  since: Temporal.Instant | null,
): Outcome {
  const meeting = currentMeeting(file);
  if (!meeting) return { code: 'expired' };
  const notice: Say = { key: 'move.sent', values: { remind: remindIn(file) } };
  return {
    code: 'ok',
    changes: [
      ...movedChanges(file, meeting, move, now, since ? { since } : {}),
      { in: 'meeting', id: meeting.id, set: { readId } },
      ...tell(file, notice),
    ],
    // Somebody may have answered already.
    effects: [{ kind: 'read-answers', caseId: file.case.id, subjectId: meeting.id }],
  };
}

/**
 * A withdrawal that came meanwhile has queued the cancelling already; cancelled is what is found then, whatever its
 * time.
 */
export const moveSent: Step = {
  run(context): Outcome {
    const { act, file } = context;
    const move = movingIn(file, act.subjectId);
    if (!file || !move) return { code: 'tooLate' };
    const { startAt, endAt, since } = sent.parse(act.data);
    const isSame =
      move.startAt?.equals(Temporal.Instant.from(startAt)) && move.endAt?.equals(Temporal.Instant.from(endAt));
    // Another time was chosen while this one was on its way: what the calendar has is read.
    if (!isSame)
      return { code: 'other', effects: [{ kind: 'read-answers', caseId: file.case.id, subjectId: move.meetingId }] };
    return moved(context, file, move, act.effect?.id ?? null, since ? Temporal.Instant.from(since) : null);
  },
};

/**
 * The calendar does not answer (it is tried again), or said no (a person must look): the meeting is not moved, and the
 * card says so.
 */
export const moveNotSent = (state: 'NOT_SENT' | 'FAILED'): Step => ({
  run({ act, file }): Outcome {
    const move = movingIn(file, act.subjectId);
    if (!move || move.state === state) return { code: 'unchanged' };
    if (act.effect?.cause === 'gone')
      return {
        code: 'gone',
        changes: [{ in: 'meeting', id: move.meetingId, set: { eventState: 'GONE' } }, back(move)],
      };
    return { code: 'ok', changes: [{ in: 'meetingMove', id: move.id, set: { state } }] };
  },
});

const back = ({ id }: MeetingMove) => ({ in: 'meetingMove' as const, id, set: { state: 'DRAFT' as const } });

/** Consent ended, or the time has passed, between the press and the call. What is chosen stays chosen. */
export const moveStopped: Step = {
  run({ act, file }): Outcome {
    const move = movingIn(file, act.subjectId);
    if (!file || !move) return { code: 'unchanged' };
    return { code: 'stopped', changes: [back(move), ...tell(file, { key: 'err.moveStopped' })] };
  },
};
