import { isPaperOnly } from '../../domain/gates.ts';
import type { EventRef } from '../../domain/ports.ts';
import type { EffectKind } from '../act.ts';

/**
 * Reads the event from the organiser's calendar: who has answered what, and whether somebody moved or removed it there.
 */
export const readAnswers: EffectKind<EventRef> = {
  async prepare({ file, effect, store }) {
    const meeting = file?.meetings.find((one) => one.id === effect.subjectId);
    // Of a meeting that is off nothing is asked any more; on paper only, nothing at all.
    if (!file || meeting?.status !== 'SENT' || isPaperOnly(file) || !meeting.organizerId || !meeting.eventId)
      return null;
    await store.apply([{ in: 'meeting', id: meeting.id, set: { readId: effect.id } }]);
    return { organizerId: meeting.organizerId, eventId: meeting.eventId };
  },
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
