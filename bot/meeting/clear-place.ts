import { currentMeeting } from '../../domain/current.ts';
import { type EventRef, RemoteGone } from '../../domain/ports.ts';
import { standingCards, wantAgain } from '../../domain/posting.ts';
import type { Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; left: string };

/**
 * The place is told by word of mouth from now on: it does not go on standing in an event that was sent before
 * (practice: in no event, on no paper).
 */
export const clearPlace: EffectKind<Payload> = {
  prepare({ file, register, effect }) {
    const meeting = file && currentMeeting(file);
    if (!meeting?.placeOral || meeting.id !== effect.subjectId || meeting.status !== 'SENT') return null;
    const { organizerId, eventId } = meeting;
    if (!file || !organizerId || !eventId || meeting.eventState === 'GONE') return null;
    return { event: { organizerId, eventId }, left: invitationOf(file, register, meeting).place ?? '' };
  },
  calendars: ({ event }) => [event.organizerId],
  async send({ event, left }, { calendar }) {
    try {
      await calendar.clearPlace(event, left);
    } catch (failure) {
      if (!(failure instanceof RemoteGone)) throw failure;
    }
  },
  dead: 'place.stands',
};

/** It could not be taken away: a person must call. */
export const placeStands: Step = {
  run({ file }) {
    const cards = file ? standingCards(file) : [];
    return { code: 'ok', changes: cards.map((posting) => wantAgain(posting, { notice: { key: 'prot.placeStands' } })) };
  },
};
