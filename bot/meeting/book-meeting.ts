import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { daysToCover } from '../../domain/deadlines.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import type { Booking } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { EffectKind } from '../act.ts';
import { invitationOf } from './invitation.ts';

/** Under the case row's lock, just before the call: consent and restricted mode may have changed since the press. */
function mayStillBeSent(file: CaseFile, today: ReturnType<typeof dayOf>): boolean {
  const meeting = currentMeeting(file);
  const common = commonConsent(file, daysToCover(meeting?.startAt, today));
  const people = participantsOf(file, meeting);
  if (!common?.scopes.has('MEETING') || isPaperOnly(file) || people.length === 0) return false;
  return people.every((row) => common.units.has(row.unitId));
}

/**
 * Puts the meeting into the calendars. Its transaction id is the meeting's own, so a second try finds the first one's
 * event.
 */
export const bookMeeting: EffectKind<Booking> = {
  prepare({ file, register, now, effect }) {
    const meeting = file && currentMeeting(file);
    if (!meeting || meeting.id !== effect.subjectId || (meeting.status !== 'SENDING' && meeting.status !== 'NOT_SENT'))
      return null;
    const { startAt, endAt, organizerId, transactionId } = meeting;
    if (!startAt || !endAt || !organizerId || !transactionId) return null;
    if (!mayStillBeSent(file, dayOf(now))) return { notWanted: 'kallelse.stopped' };
    const { subject, body, place, attendees } = invitationOf(file, register, meeting);
    return { organizerId, transactionId, subject, body, place, attendees, startAt, endAt };
  },
  send: (booking, { calendar }) => calendar.book(booking),
  done: 'kallelse.sent',
  waiting: 'kallelse.waiting',
  dead: 'kallelse.notSent',
};
