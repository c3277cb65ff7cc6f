import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { MailboxOwner } from './mailboxes.ts';
import { DEFAULT_DETAILS, type Meeting } from './state.ts';

const ZONE = 'Europe/Stockholm';
const SUBJECT = 'Upptagen';
const FRIDAY = 5;

/**
 * Where in a working day somebody may be busy. Whether they are is decided by a hash of mailbox and day, the same every
 * time.
 */
const SLOTS = [
  { time: '08:15', minutes: 45 },
  { time: '09:00', minutes: 60 },
  { time: '10:30', minutes: 60 },
  { time: '13:00', minutes: 60 },
  { time: '14:30', minutes: 90 },
] as const;
const BUSY_OF_256 = 72;

/**
 * Made-up other meetings of one mailbox on the days from the first to the last instant. They are computed, not stored.
 */
export function listFillers(owner: MailboxOwner, from: Temporal.Instant, to: Temporal.Instant): Meeting[] {
  const found: Meeting[] = [];
  const last = to.toZonedDateTimeISO(ZONE).toPlainDate();
  for (
    let on = from.toZonedDateTimeISO(ZONE).toPlainDate();
    Temporal.PlainDate.compare(on, last) <= 0;
    on = on.add({ days: 1 })
  ) {
    if (on.dayOfWeek > FRIDAY) continue;
    const dice = createHash('sha256').update(`${owner.id} ${on}`).digest();
    SLOTS.forEach((slot, index) => {
      if ((dice[index] ?? 0) < BUSY_OF_256) found.push(toFiller(owner, on, slot));
    });
  }
  return found;
}

function toFiller(
  owner: MailboxOwner,
  on: Temporal.PlainDate,
  { time, minutes }: { time: string; minutes: number },
): Meeting {
  const start = on.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
  const uid = `filler-${owner.id}-${on}-${time.replace(':', '')}`;
  return {
    uid,
    transactionId: null,
    organizer: { name: owner.name, mail: owner.mail, mailboxId: owner.id },
    subject: SUBJECT,
    body: { contentType: 'text', content: '' },
    startAt: start.toString(),
    endAt: start.add({ minutes }).toString(),
    zone: 'W. Europe Standard Time',
    place: null,
    joinUrl: null,
    allDay: false,
    extended: [],
    details: { ...DEFAULT_DETAILS, isReminderOn: false },
    attendees: [],
    cancelled: false,
    createdAt: start.toString(),
    modifiedAt: start.toString(),
    copies: [{ id: uid, mailboxId: owner.id, changeKey: 1, answer: 'NONE', answeredAt: null }],
    filler: true,
  };
}
