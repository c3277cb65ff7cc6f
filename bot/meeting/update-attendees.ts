import { z } from 'zod';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { calling, inCalendar, outOfCalendar, withInCalendar } from '../../domain/in-calendar.ts';
import { addressesOf } from '../../domain/mailbox.ts';
import type { CalledMailbox, EventRef, OutOfEvent } from '../../domain/ports.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Outcome, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';
import { invitationOf } from './invitation.ts';

type Payload = { event: EventRef; called: CalledMailbox[]; out: OutOfEvent };

const updated = z.object({ mails: z.array(z.string()) });

/**
 * Who is called has changed: those who stay keep their answers, new ones are invited, the others' invitations are taken
 * back. Whom the convener has added in Outlook stays.
 */
export const updateAttendees: EffectKind<Payload, z.input<typeof updated>> = {
  prepare({ file, register, effect, now, today }) {
    const meeting = file && currentMeeting(file);
    if (!meeting || meeting.id !== effect.subjectId || meeting.status !== 'SENT' || isPaperOnly(file)) return null;
    const { organizerId, eventId } = meeting;
    if (!organizerId || !eventId || meeting.eventState === 'GONE') return null;
    const { attendees } = invitationOf(file, register, meeting);
    const rows = participantsOf(file, meeting);
    const { guests } = inCalendar(meeting);
    const called = attendees.map((one, index): CalledMailbox => {
      const row = rows[index];
      const placed = guests.filter(({ of, mail }) => of === row?.id && mail !== '').map(({ mail }) => mail);
      return { ...one, addresses: row ? addressesOf(register, row) : [], placed };
    });
    return { event: { organizerId, eventId }, called, out: outOfCalendar({ file, register, now, today }, meeting) };
  },
  async begin({ called }, { file, store }) {
    const meeting = file && currentMeeting(file);
    // Of a meeting from before it is not known whom the bot has called: then it goes on as before.
    if (!meeting || inCalendar(meeting).called === null) return;
    const text = calling(
      meeting,
      called.map(({ mail }) => mail),
    );
    if (text !== meeting.inCalendar) await store.apply([{ in: 'meeting', id: meeting.id, set: { inCalendar: text } }]);
  },
  calendars: ({ event }) => [event.organizerId],
  async send({ event, called, out }, { calendar }) {
    await calendar.setAttendees(event, called, out);
    return { mails: called.map(({ mail }) => mail) };
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
    const meeting = file?.meetings.find(({ id }) => id === act.subjectId);
    const { changes = [] } = changed(
      waitingIn(file, act.subjectId).filter(({ mail }) => mails.includes(mail)),
      null,
    );
    const text = meeting && withInCalendar(meeting, { called: mails });
    if (meeting && text && (text !== meeting.inCalendar || isGuest(meeting)))
      changes.push({
        in: 'meeting',
        id: meeting.id,
        set: { inCalendar: text, ...(isGuest(meeting) ? { stray: null } : {}) },
      });
    return { code: changes.length > 0 ? 'ok' : 'unchanged', changes };
  },
};

const isGuest = ({ stray }: Meeting): boolean => stray === 'GUEST';

/**
 * Not called yet (it is tried again), or not at all (a person must look): the card says so, and where nobody waits to be
 * called, that somebody who is called no more stands there still.
 */
export const attendeesNotUpdated = (callState: 'NOT_SENT' | 'FAILED'): Step => ({
  run({ act, file }) {
    const waiting = waitingIn(file, act.subjectId);
    const meeting = file?.meetings.find(({ id, status }) => id === act.subjectId && status === 'SENT');
    if (waiting.length > 0 || callState === 'NOT_SENT' || !meeting || meeting.stray) return changed(waiting, callState);
    return { code: 'ok', changes: [{ in: 'meeting', id: meeting.id, set: { stray: 'GUEST' } }] };
  },
});
