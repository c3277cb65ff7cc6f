import { Temporal } from 'temporal-polyfill';
import { detach } from './cancel-event.ts';
import { invite, mail, toAttendee } from './create-event.ts';
import type { ChangedEventBody } from './event-body.ts';
import { etagOf, isOrganizer } from './event-json.ts';
import type { GraphFaults } from './faults.ts';
import { type Entry, idsOf, type Office } from './office.ts';
import { onlineOf, withBody } from './online-meeting.ts';
import { GraphRefusal, invalid } from './refusal.ts';
import { type Attendee, type Copy, type Meeting, withDetails } from './state.ts';
import { readSpan } from './zones.ts';

/** Refuses when somebody else has changed the copy since the caller read it. */
export function checkIfMatch({ copy }: Entry, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etagOf(copy.changeKey)) return;
  throw new GraphRefusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key is stale.',
  );
}

/**
 * The organizer changes the meeting. A new list of attendees replaces the old one: who is missing is uninvited, who
 * stays keeps their answer. A new time asks everybody again, and what they said before still stands in the organizer's
 * copy, with its time. Only the changed people get mail when only the attendees changed, otherwise all do.
 */
export function changeEvent(office: Office, entry: Entry, given: ChangedEventBody, faults: GraphFaults): Entry {
  const { meeting, copy } = entry;
  if (!isOrganizer(entry)) throw invalid('Only the organizer can change the meeting.');
  if (meeting.filler) throw new GraphRefusal(403, 'ErrorAccessDenied', 'Made-up busy times cannot be changed.');
  const { subject, body, start, end, location, attendees, isAllDay, singleValueExtendedProperties, ...details } = given;
  const text = body ? withBody(meeting, body) : { body: meeting.body, joinUrl: meeting.joinUrl };
  const { joinUrl, ...online } = onlineOf(text, details, office.getOwner(copy.mailboxId), faults);
  const times = newTimes(meeting, start, end, isAllDay);

  const called = attendees?.map((one) => keep(meeting, toAttendee(one))) ?? meeting.attendees;
  const uninvited = meeting.copies.filter((one) => one !== copy && !isCalled(office, called, one));
  const kept = meeting.copies.filter((one) => !uninvited.includes(one));
  const added = called.filter((attendee) => !kept.some((one) => isCalled(office, [attendee], one)));
  const onlyAttendees = attendees !== undefined && Object.keys(given).length === 1;

  return office.act((touch) => {
    for (const one of uninvited) {
      detach(office, meeting, one, '');
      touch({ ...idsOf(one), change: 'updated' });
    }
    Object.assign(meeting, times.set, {
      subject: subject ?? meeting.subject,
      body: text.body,
      joinUrl,
      place: location === undefined ? meeting.place : location?.displayName || null,
      extended: singleValueExtendedProperties ?? meeting.extended,
      details: withDetails(meeting.details, { ...details, ...online }),
      attendees: called,
      modifiedAt: office.now(),
    });
    if (times.moved) for (const one of kept) Object.assign(one, { answer: 'NONE', answeredAt: null });
    for (const one of kept) {
      one.changeKey += 1;
      touch({ ...idsOf(one), change: 'updated' });
      if (one !== copy && !onlyAttendees) mail(office, meeting, one, 'UPDATE', meeting.body.content);
    }
    for (const attendee of added) {
      const invited = invite(office, meeting, attendee);
      if (invited) touch({ ...idsOf(invited), change: 'created' });
    }
    return entry;
  });
}

type Given = ChangedEventBody['start'];

function newTimes(meeting: Meeting, start: Given, end: Given, isAllDay = meeting.allDay) {
  const stands = (at: string) => ({ dateTime: at.replace('Z', ''), timeZone: 'UTC' });
  const { startAt, endAt } = readSpan(start ?? stands(meeting.startAt), end ?? stands(meeting.endAt), isAllDay);
  if (Temporal.Instant.compare(startAt, endAt) > 0)
    throw invalid('The end is before the start.', 'ErrorPropertyValidationFailure');
  const zone = start?.timeZone ?? meeting.zone;
  const set = { startAt: startAt.toString(), endAt: endAt.toString(), zone, allDay: isAllDay };
  const moved = set.startAt !== meeting.startAt || set.endAt !== meeting.endAt || isAllDay !== meeting.allDay;
  return { set, moved };
}

function keep(meeting: Meeting, attendee: Attendee): Attendee {
  const known = meeting.attendees.find(({ mail }) => mail.toLowerCase() === attendee.mail.toLowerCase());
  return known ? { ...attendee, answer: known.answer, answeredAt: known.answeredAt } : attendee;
}

function isCalled(office: Office, attendees: readonly Attendee[], copy: Copy): boolean {
  return attendees.some(({ mail }) => office.findOwner(mail)?.id === copy.mailboxId);
}
