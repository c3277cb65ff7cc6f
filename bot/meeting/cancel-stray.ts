import { say } from '../../cards/texts/say.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { deadTransactions } from '../../domain/transactions.ts';
import type { Outcome, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { invitationOf } from './invitation.ts';

type Payload = { organizers: string[]; subject: string; dead: string[]; comment: string };

/**
 * A booking was stopped after a try that may have reached the calendar all the same: whatever stands there of a call
 * that counts no more is cancelled, neutrally. The dead ones are named, so that a new call in the same moment is safe.
 * A case may have been handed over, so each calendar that a call was made from is looked in.
 */
export const cancelStray: EffectKind<Payload> = {
  prepare({ file, register }) {
    if (!file) return null;
    const dead = deadTransactions(file);
    if (dead.length === 0) return null;
    const { subject } = invitationOf(file, register);
    const organizers = [...new Set(file.meetings.flatMap(({ organizerId }) => organizerId ?? []))];
    return { organizers, subject, dead, comment: say(register.settings.defaultLanguage, 'meet.cancelled') };
  },
  calendars: ({ organizers }) => organizers,
  async send({ organizers, subject, dead, comment }, { calendar }) {
    for (const organizerId of organizers) {
      const booked = await calendar.findBookings(organizerId, subject);
      const strays = booked.filter(({ transactionId }) => transactionId !== null && dead.includes(transactionId));
      for (const { eventId } of strays) await calendar.cancel({ organizerId, eventId }, comment);
    }
    return null;
  },
  done: 'cancel.told',
  waiting: 'cancel.notTold',
  dead: 'cancel.notTold',
};

const set = (meetings: Meeting[], eventState: Meeting['eventState']): Outcome => ({
  code: meetings.length > 0 ? 'ok' : 'unchanged',
  changes: meetings.map((meeting): Change => ({ in: 'meeting', id: meeting.id, set: { eventState } })),
});

const cancelledIn = (file: CaseFile | null): Meeting[] =>
  (file?.meetings ?? []).filter(({ status, eventId }) => status === 'CANCELLED' && eventId);

/** The calendars do not know yet that the meeting is off: whoever called must not believe that they do. */
export const cancelNotTold: Step = {
  run: ({ file }) =>
    set(
      cancelledIn(file).filter(({ eventState }) => eventState === 'LIVE' || eventState === 'MOVED'),
      'LEFT',
    ),
};

export const cancelTold: Step = {
  run: ({ file }) =>
    set(
      cancelledIn(file).filter(({ eventState }) => eventState === 'LEFT'),
      'GONE',
    ),
};
