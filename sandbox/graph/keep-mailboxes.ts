import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { answerEvent, canAnswer } from './answer-event.ts';
import { changeEvent } from './change-event.ts';
import { ChangedEventBody } from './event-body.ts';
import { isOrganizer, visibleAttendees } from './event-json.ts';
import type { GraphFaults } from './faults.ts';
import {
  CannotAnswer,
  CannotChange,
  type MailboxEvent,
  type Mailboxes,
  type MailboxOwner,
  type OwnChange,
} from './mailboxes.ts';
import type { Entry, Office } from './office.ts';
import { GraphRefusal } from './refusal.ts';
import type { GraphStore } from './store.ts';

const DAYS_BACK = 31;
const DAYS_AHEAD = 120;

/** The mailboxes as their owners see them, on the same store as the HTTP side. */
export function keepMailboxes(
  office: Office,
  store: GraphStore,
  listeners: Set<(mailboxId: string) => void>,
  faults: GraphFaults,
): Mailboxes {
  const aroundNow = () => {
    const now = Temporal.Instant.from(office.now());
    return { from: now.subtract({ hours: DAYS_BACK * 24 }), to: now.add({ hours: DAYS_AHEAD * 24 }) };
  };
  return {
    listMailboxes: () => office.owners,
    listEvents(mailboxId, { from, to } = aroundNow()) {
      const owner = office.findOwner(mailboxId);
      return owner ? office.listEntries(owner, from, to).map((entry) => toMailboxEvent(entry, owner)) : [];
    },
    listMessages(mailboxId) {
      const own = office.state.messages.filter((message) => message.mailboxId === mailboxId);
      return own.map(({ mailboxId: _, ...message }) => message).reverse();
    },
    answer(mailboxId, eventId, action, from) {
      try {
        answerEvent(office, office.getEntry(mailboxId, eventId), action, '', true, from);
      } catch (error) {
        throw error instanceof GraphRefusal ? new CannotAnswer(error.message) : error;
      }
    },
    change(mailboxId, eventId, change) {
      try {
        const entry = office.getEntry(mailboxId, eventId);
        changeEvent(office, entry, ChangedEventBody.parse(asPatch(entry, change)), faults);
      } catch (error) {
        throw error instanceof GraphRefusal || error instanceof z.ZodError ? new CannotChange(error.message) : error;
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    startOver() {
      store.clear();
      for (const { id } of office.owners) for (const listener of listeners) listener(id);
    },
  };
}

/** As Outlook sends it: who is there already is sent along. */
function asPatch({ meeting }: Entry, { time, add }: OwnChange) {
  const at = (dateTime: string) => ({ dateTime, timeZone: 'W. Europe Standard Time' });
  const attendee = (name: string, address: string, type: string) => ({ emailAddress: { name, address }, type });
  return {
    ...(time ? { start: at(time.start), end: at(time.end) } : {}),
    ...(add
      ? {
          attendees: [
            ...meeting.attendees.map(({ name, mail, type }) => attendee(name, mail, type)),
            attendee(add.name, add.address, add.isRoom ? 'resource' : 'required'),
          ],
        }
      : {}),
  };
}

function toMailboxEvent(entry: Entry, owner: MailboxOwner): MailboxEvent {
  const { meeting, copy } = entry;
  const { subject, startAt, endAt, place, cancelled, filler } = meeting;
  return {
    id: copy.id,
    subject,
    body: meeting.body.content,
    startAt,
    endAt,
    place,
    joinUrl: cancelled ? null : meeting.joinUrl,
    organizer: { name: meeting.organizer.name, mail: meeting.organizer.mail },
    isOrganizer: isOrganizer(entry),
    cancelled,
    answer: copy.answer,
    answeredAt: copy.answeredAt,
    canAnswer: canAnswer(entry),
    attendees: visibleAttendees(entry, owner.mail).map(({ name, mail, answer, type }) => ({
      name,
      mail,
      answer,
      isRoom: type === 'resource',
    })),
    filler,
  };
}
