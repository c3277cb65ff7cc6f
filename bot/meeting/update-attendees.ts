import { z } from 'zod';
import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import type { EventRef } from '../../domain/ports.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Outcome, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; attendees: { mail: string; name: string }[] };

const updated = z.object({ mails: z.array(z.string()) });

/**
 * Who is called has changed: those who stay keep their answers, new ones are invited, the others' invitations are taken
 * back.
 */
export const updateAttendees: EffectKind<Payload, z.input<typeof updated>> = {
  prepare({ file, register, effect }) {
    const meeting = file && currentMeeting(file);
    if (!meeting || meeting.id !== effect.subjectId || meeting.status !== 'SENT' || isPaperOnly(file)) return null;
    const { organizerId, eventId } = meeting;
    if (!organizerId || !eventId || meeting.eventState === 'GONE') return null;
    return { event: { organizerId, eventId }, attendees: invitationOf(file, register, meeting).attendees };
  },
  calendars: ({ event }) => [event.organizerId],
  async send({ event, attendees }, { calendar }) {
    await calendar.setAttendees(event, attendees);
    return { mails: attendees.map(({ mail }) => mail) };
  },
  done: 'attendees.updated',
  waiting: 'attendees.waiting',
  dead: 'attendees.notUpdated',
};

const waitingIn = (file: CaseFile | null, meetingId: string | null): Participant[] =>
  (file?.participants ?? []).filter((row) => row.meetingId === meetingId && row.callState !== null);

const changed = (rows: Participant[], callState: Participant['callState']): Outcome => {
  const changes = rows
    .filter((row) => row.callState !== callState)
    .map((row): Change => ({ in: 'participant', id: row.id, set: { callState } }));
  return { code: changes.length > 0 ? 'ok' : 'unchanged', changes };
};

/** The calendar has them; one who was named while this was on its way waits for the next. */
export const attendeesUpdated: Step = {
  run({ act, file }) {
    const { mails } = updated.parse(act.data);
    return changed(
      waitingIn(file, act.subjectId).filter(({ mail }) => mails.includes(mail)),
      null,
    );
  },
};

/** Not called yet (it is tried again), or not at all (a person must look): the card says so. */
export const attendeesNotUpdated = (callState: 'NOT_SENT' | 'FAILED'): Step => ({
  run: ({ act, file }) => changed(waitingIn(file, act.subjectId), callState),
});
