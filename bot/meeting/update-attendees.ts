import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import type { EventRef } from '../../domain/ports.ts';
import type { EffectKind } from '../act.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; attendees: { mail: string; name: string }[] };

/**
 * Who is called has changed: those who stay keep their answers, new ones are invited, the others' invitations are taken
 * back.
 */
export const updateAttendees: EffectKind<Payload> = {
  prepare({ file, register, effect }) {
    const meeting = file && currentMeeting(file);
    if (!meeting || meeting.id !== effect.subjectId || meeting.status !== 'SENT' || isPaperOnly(file)) return null;
    const { organizerId, eventId } = meeting;
    if (!organizerId || !eventId || meeting.eventState === 'GONE') return null;
    return { event: { organizerId, eventId }, attendees: invitationOf(file, register, meeting).attendees };
  },
  async send({ event, attendees }, { calendar }) {
    await calendar.setAttendees(event, attendees);
    return { mails: attendees.map(({ mail }) => mail) };
  },
  done: 'attendees.updated',
  waiting: 'attendees.waiting',
  dead: 'attendees.notUpdated',
};
