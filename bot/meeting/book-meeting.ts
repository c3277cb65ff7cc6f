import { z } from 'zod';
import { currentMeeting, isCallOnItsWay, isFollowUp, participantsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { calling } from '../../domain/in-calendar.ts';
import { linkChanges } from '../../domain/join-link.ts';
import { type Booking, NO_CALENDAR } from '../../domain/ports.ts';
import { standingCards, wantAgain } from '../../domain/posting.ts';
import { mayStillBeSent } from '../../domain/sending.ts';
import type { Outcome, Say, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { invitationOf } from './invitation.ts';

const booked = z.object({
  eventId: z.string().min(1),
  link: z.object({ online: z.boolean(), joinUrl: z.string().nullable() }),
});

/**
 * Puts the meeting into the calendars. Its transaction id is the meeting's own, so a second try finds the first one's
 * event.
 */
export const bookMeeting: EffectKind<Booking, z.input<typeof booked>> = {
  prepare({ file, register, now, effect }) {
    const meeting = file && currentMeeting(file);
    if (!meeting || meeting.id !== effect.subjectId || (meeting.status !== 'SENDING' && meeting.status !== 'NOT_SENT'))
      return null;
    const { startAt, endAt, organizerId, transactionId } = meeting;
    if (!startAt || !endAt || !organizerId || !transactionId) return null;
    if (!mayStillBeSent(file, dayOf(now))) return { notWanted: 'kallelse.stopped' };
    const { subject, body, place, attendees } = invitationOf(file, register, meeting);
    const online = isFromAfar(meeting);
    return { organizerId, transactionId, subject, body, place, attendees, startAt, endAt, online };
  },
  async begin({ attendees }, { file, store }) {
    const meeting = file && currentMeeting(file);
    if (!meeting) return;
    const text = calling(
      meeting,
      attendees.map(({ mail }) => mail),
    );
    if (text !== meeting.inCalendar) await store.apply([{ in: 'meeting', id: meeting.id, set: { inCalendar: text } }]);
  },
  calendars: ({ organizerId }) => [organizerId],
  send: (booking, { calendar }) => calendar.book(booking),
  done: 'kallelse.sent',
  waiting: 'kallelse.waiting',
  dead: 'kallelse.notSent',
};

/** The event stands: remember it, and follow its answers. */
export const kallelseSent: Step = {
  run({ act, file, now }): Outcome {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || !meeting) return { code: 'expired' };
    const caseId = file.case.id;
    // It counts no more, and stands in the calendar all the same.
    if (!isCallOnItsWay(meeting))
      return {
        code: 'tooLate',
        // Cancelled by its id, then. One of several calls is told apart by its note.
        changes:
          meeting.status === 'CANCELLED' && meeting.call === 1
            ? [{ in: 'meeting', id: meeting.id, set: { eventId: booked.parse(act.data).eventId } }]
            : [],
        effects: meeting.status === 'SENT' ? [] : [{ kind: 'cancel-stray', subjectId: meeting.id, caseId }],
      };
    const { eventId, link } = booked.parse(act.data);
    const people = participantsOf(file, meeting);
    const notice: Say = {
      key: isFollowUp(file) ? 'inv.sentFollowUp' : 'inv.sent',
      values: { n: people.length, m: new Set(people.map((row) => row.unitId)).size },
    };
    return {
      code: 'ok',
      changes: [
        { in: 'meeting', id: meeting.id, set: { status: 'SENT', eventId, eventState: 'LIVE', sentAt: now } },
        ...linkChanges(file, meeting, link, now),
        ...standingCards(file).map((posting) => wantAgain(posting, { notice })),
      ],
      effects: [
        { kind: 'subscribe', subjectId: meeting.organizerId ?? file.case.convenerId, caseId },
        // Somebody may have answered before we were told about changes.
        { kind: 'read-answers', subjectId: meeting.id, caseId },
      ],
    };
  },
};

/**
 * The calendar does not answer (it is tried again), or said no (a person must look): the card says that the kallelse is
 * not sent.
 */
export const kallelseNotSent = (status: 'NOT_SENT' | 'FAILED'): Step => ({
  run({ act, file }) {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!meeting || !isCallOnItsWay(meeting) || meeting.status === status) return { code: 'unchanged' };
    const unread = act.effect?.cause === NO_CALENDAR ? 'NO_MAILBOX' : null;
    return { code: 'ok', changes: [{ in: 'meeting', id: meeting.id, set: { status, unread } }] };
  },
});

/**
 * Consent ended, or the case went to paper, between the press and the call: the case is in preparation again and says
 * so. An earlier try may have reached the calendar, so the next kallelse is another transaction, and what stands there
 * is cancelled.
 */
export const kallelseStopped: Step = {
  run({ act, file }) {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || !meeting || !isCallOnItsWay(meeting)) return { code: 'unchanged' };
    const mayHaveArrived = (act.effect?.attempts ?? 1) > 1 || meeting.status !== 'SENDING';
    const caseId = file.case.id;
    const back = standingCards(file).map((posting) =>
      wantAgain(posting, { page: 'guide', notice: { key: 'err.stopped' } }),
    );
    return {
      code: 'stopped',
      changes: [
        { in: 'meeting', id: meeting.id, set: { status: 'DRAFT', call: meeting.call + 1 } },
        { in: 'case', id: caseId, set: { status: 'PREPARING' } },
        ...back,
      ],
      effects: mayHaveArrived ? [{ kind: 'cancel-stray', subjectId: caseId, caseId }] : [],
    };
  },
};
