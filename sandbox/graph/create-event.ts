import { randomUUID } from 'node:crypto';
import type { AttendeeBody, NewEventBody } from './event-body.ts';
import type { GraphFaults } from './faults.ts';
import type { MailboxOwner } from './mailboxes.ts';
import { type Entry, idsOf, newEventId, type Office } from './office.ts';
import { onlineOf } from './online-meeting.ts';
import { invalid } from './refusal.ts';
import { type Attendee, type Copy, DEFAULT_DETAILS, type Meeting, withDetails } from './state.ts';
import { readSpan } from './zones.ts';

/**
 * Books a meeting and invites. A `transactionId` that stands in the calendar already answers with the event that has
 * it.
 */
export function createEvent(office: Office, owner: MailboxOwner, given: NewEventBody, faults: GraphFaults): Entry {
  const existing = findRepeat(office, owner, given.transactionId);
  if (existing) return existing;
  const { subject, body, start, end, location, attendees, transactionId, isAllDay, ...others } = given;
  const { singleValueExtendedProperties, ...details } = others;
  const { joinUrl, ...online } = onlineOf(null, details, owner, faults);
  const { startAt, endAt } = readSpan(start, end, isAllDay);
  if (startAt.epochMilliseconds > endAt.epochMilliseconds)
    throw invalid('The end is before the start.', 'ErrorPropertyValidationFailure');

  const copy = newCopy(owner);
  const meeting: Meeting = {
    uid: randomUUID(),
    transactionId,
    organizer: { name: owner.name, mail: owner.mail, mailboxId: owner.id },
    subject: subject ?? '',
    body: body ?? { contentType: 'text', content: '' },
    startAt: startAt.toString(),
    endAt: endAt.toString(),
    zone: start.timeZone,
    place: location?.displayName || null,
    joinUrl,
    allDay: isAllDay ?? false,
    extended: singleValueExtendedProperties ?? [],
    details: withDetails(DEFAULT_DETAILS, { ...details, ...online }),
    attendees: (attendees ?? []).map(toAttendee),
    cancelled: false,
    createdAt: office.now(),
    modifiedAt: office.now(),
    copies: [copy],
    filler: false,
  };
  return office.act((touch) => {
    office.state.meetings.push(meeting);
    touch({ ...idsOf(copy), change: 'created' });
    for (const attendee of meeting.attendees) {
      const added = invite(office, meeting, attendee);
      if (added) touch({ ...idsOf(added), change: 'created' });
    }
    return { meeting, copy };
  });
}

function findRepeat(office: Office, owner: MailboxOwner, transactionId: string | null): Entry | undefined {
  if (transactionId === null) return undefined;
  const meeting = office.state.meetings.find(
    (one) => one.transactionId === transactionId && one.organizer.mailboxId === owner.id,
  );
  const copy = meeting?.copies.find(({ mailboxId }) => mailboxId === owner.id);
  return meeting && copy && { meeting, copy };
}

/** Puts the event in the attendee's calendar and mails the invitation, when that mailbox is kept here. */
export function invite(office: Office, meeting: Meeting, attendee: Attendee): Copy | undefined {
  const owner = office.findOwner(attendee.mail);
  if (!owner || owner.id === meeting.organizer.mailboxId) return undefined;
  const copy = newCopy(owner);
  meeting.copies.push(copy);
  mail(office, meeting, copy, 'INVITATION', meeting.body.content);
  return copy;
}

export function mail(
  office: Office,
  meeting: Meeting,
  copy: Copy,
  kind: 'INVITATION' | 'UPDATE' | 'CANCELLATION',
  body: string,
): void {
  const { organizer, subject, startAt, endAt, place } = meeting;
  const from = { name: organizer.name, mail: organizer.mail };
  office.deliver({
    mailboxId: copy.mailboxId,
    kind,
    from,
    subject,
    body,
    startAt,
    endAt,
    place,
    eventId: copy.id,
    answer: null,
  });
}

export function toAttendee({ emailAddress, type }: AttendeeBody): Attendee {
  const name = emailAddress.name || emailAddress.address;
  return { name, mail: emailAddress.address, type, answer: 'NONE', answeredAt: null };
}

function newCopy(owner: MailboxOwner): Copy {
  return { id: newEventId(), mailboxId: owner.id, changeKey: 1, answer: 'NONE', answeredAt: null };
}
