import { currentMeeting } from '../../domain/current.ts';
import type { EventRef } from '../../domain/ports.ts';
import type { EffectKind } from '../act.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; attendees: { mail: string; name: string }[] };

/** Others are called than before: those who stay keep their answers, who is new is invited, the others' invitations are taken back. */
export const updateAttendees: EffectKind<Payload> = {
  prepare({ file, register, effect }) {
    const meeting = file && currentMeeting(file);
    if (!meeting || meeting.id !== effect.subjectId || meeting.status !== 'SENT') return null;
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
