import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { isOnItsWay, missingBeforeMove, openMove } from '../../domain/moves.ts';
import type { Booking, EventRef } from '../../domain/ports.ts';
import type { EffectKind } from '../act.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; to: Pick<Booking, 'startAt' | 'endAt' | 'place'> };

/**
 * Gives the event in the calendars its new time. What it needs may be gone since the press: then it is not moved, and
 * the card says so.
 */
export const moveMeeting: EffectKind<Payload> = {
  prepare({ file, register, now, effect }) {
    const meeting = file && currentMeeting(file);
    const move = file ? openMove(file) : undefined;
    if (!file || !meeting || !isOnItsWay(move) || move.id !== effect.subjectId) return null;
    const { organizerId, eventId } = meeting;
    const { startAt, endAt } = move;
    if (!organizerId || !eventId || !startAt || !endAt || meeting.eventState === 'GONE') return null;
    if (isPaperOnly(file) || missingBeforeMove({ file, settings: register.settings, now }).length > 0)
      return { notWanted: 'move.stopped' };
    const { place } = invitationOf(file, register, { ...meeting, placeId: move.placeId });
    return { event: { organizerId, eventId }, to: { startAt, endAt, place } };
  },
  async send({ event, to }, { calendar }) {
    await calendar.move(event, to);
    return { startAt: to.startAt.toString(), endAt: to.endAt.toString() };
  },
  done: 'move.sent',
  waiting: 'move.waiting',
  dead: 'move.notSent',
};
