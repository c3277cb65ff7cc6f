/**
 * What the pages show, as data: times already in Swedish wall-clock time, so that the browser's own time zone does not
 * matter.
 */
import { Temporal } from 'temporal-polyfill';
import { sayClock, sayDay, sayDayShort, sayMeetingTime } from '../cards/texts/dates.ts';
import type { ParsedRegister } from '../prisma/register-file.ts';
import { ZONE } from './clock.ts';
import type { MailboxEvent, Mailboxes, MailboxMessage, MailboxOwner } from './graph/mailboxes.ts';

export function viewClock(now: Temporal.Instant) {
  const local = now.toZonedDateTimeISO(ZONE);
  return {
    local: local.toPlainDateTime().toString({ smallestUnit: 'second' }),
    day: `${sayDay('sv', local.toPlainDate())} ${local.year}`,
    time: `kl. ${sayClock('sv', now)}`,
    week: `v. ${local.weekOfYear}`,
  };
}

/** The list at the left: by organisation, and in it by unit. `waiting` counts invitations without an answer. */
export function viewMailboxes(mailboxes: Mailboxes, register: ParsedRegister) {
  return mailboxes.listMailboxes().map((owner) => ({
    ...owner,
    ...describe(owner, register),
    waiting: mailboxes.listEvents(owner.id).filter((event) => event.canAnswer && event.answer === 'NONE').length,
  }));
}

/** Who one can be in the channel. */
export function viewPeople({ people, units }: ParsedRegister) {
  return people.map(({ id, name, role, unitId }) => ({
    id,
    name,
    role,
    unit: units.find((unit) => unit.id === unitId)?.name ?? '',
  }));
}

function describe({ id }: MailboxOwner, { people, units }: ParsedRegister): { role: string | null; unit: string } {
  const person = people.find((one) => one.id === id);
  const unit = units.find((one) => one.id === (person?.unitId ?? id));
  return { role: person?.role ?? null, unit: unit?.name ?? '' };
}

export function viewMailbox(mailboxes: Mailboxes, mailboxId: string) {
  const events = mailboxes.listEvents(mailboxId);
  const answered = new Set<string>();
  const messages = mailboxes.listMessages(mailboxId).map((message) => viewMessage(message, events, answered));
  const own = events.filter(({ isOrganizer, filler, cancelled }) => isOrganizer && !filler && !cancelled);
  return { events: events.map(viewEvent), own: own.map(viewOwn), messages };
}

/** A meeting that its owner calls to, with what can be changed of it. */
const viewOwn = (event: MailboxEvent) => ({
  ...viewEvent(event),
  when: sayMeetingTime('sv', Temporal.Instant.from(event.startAt), Temporal.Instant.from(event.endAt)),
  joinUrl: event.joinUrl,
  attendees: event.attendees,
});

function viewEvent(event: MailboxEvent) {
  const { id, subject, place, organizer, isOrganizer, cancelled, answer, canAnswer, filler } = event;
  return {
    id,
    subject,
    place,
    organizer: organizer.name,
    isOrganizer,
    cancelled,
    answer,
    canAnswer,
    filler,
    start: wall(event.startAt),
    end: wall(event.endAt),
  };
}

/** Only the newest mail about a meeting carries the buttons: an older one describes what is no longer so. */
function viewMessage(message: MailboxMessage, events: MailboxEvent[], answered: Set<string>) {
  const { id, kind, from, subject, body, place, eventId } = message;
  const event = events.find((one) => one.id === eventId);
  const newest = kind !== 'ANSWER' && !answered.has(eventId);
  if (newest) answered.add(eventId);
  const at = Temporal.Instant.from(message.at);
  return {
    id,
    kind,
    from: from.name,
    subject,
    body,
    place,
    joinUrl: newest && kind !== 'CANCELLATION' ? (event?.joinUrl ?? null) : null,
    eventId,
    start: wall(message.startAt),
    at: `${sayDayShort('sv', at.toZonedDateTimeISO(ZONE).toPlainDate())} ${sayClock('sv', at)}`,
    when: sayMeetingTime('sv', Temporal.Instant.from(message.startAt), Temporal.Instant.from(message.endAt)),
    said: message.answer,
    superseded: kind !== 'ANSWER' && !newest,
    canAnswer: newest && event?.canAnswer === true,
    answer: newest ? (event?.answer ?? 'NONE') : 'NONE',
  };
}

function wall(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' });
}
