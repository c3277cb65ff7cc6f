import { createHash } from 'node:crypto';
import type { Answer } from '../../domain/codes.ts';
import type { Entry } from './office.ts';
import { GraphRefusal } from './refusal.ts';
import { writeDateTime } from './zones.ts';

const NEVER = '0001-01-01T00:00:00Z';

/** Nobody's answer is called `none` in the organizer's copy and `notResponded` in the attendee's own. */
const WORDS: Record<Answer, string> = {
  NONE: 'none',
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentativelyAccepted',
  DECLINED: 'declined',
};
const SHOWN_AS: Partial<Record<Answer, string>> = { NONE: 'tentative', TENTATIVE: 'tentative', DECLINED: 'free' };

export const isOrganizer = ({ meeting, copy }: Entry) => meeting.organizer.mailboxId === copy.mailboxId;
const changeKeyOf = (changeKey: number) =>
  createHash('sha256').update(`key ${changeKey}`).digest('base64').slice(0, 24);
export const etagOf = (changeKey: number) => `W/"${changeKeyOf(changeKey)}"`;

/** How the time counts in its owner's calendar. */
export function showAs(entry: Entry): string {
  if (entry.meeting.cancelled) return 'free';
  return (isOrganizer(entry) ? undefined : SHOWN_AS[entry.copy.answer]) ?? entry.meeting.details.showAs;
}

/** Who an owner can see among the attendees: all, or only themselves when attendees are hidden from each other. */
export function visibleAttendees(entry: Entry, ownMail: string) {
  const all = !entry.meeting.details.hideAttendees || isOrganizer(entry);
  return entry.meeting.attendees.filter(({ mail }) => all || mail.toLowerCase() === ownMail.toLowerCase());
}

/** One copy of an event as Graph writes it, with times in the zone that was asked for. */
export function toEventJson(entry: Entry, ownMail: string, timeZone: string): Record<string, unknown> {
  const { meeting, copy } = entry;
  const own = isOrganizer(entry);
  return {
    '@odata.etag': etagOf(copy.changeKey),
    id: copy.id,
    changeKey: changeKeyOf(copy.changeKey),
    createdDateTime: meeting.createdAt,
    lastModifiedDateTime: meeting.modifiedAt,
    transactionId: own ? meeting.transactionId : null,
    iCalUId: meeting.uid,
    originalStartTimeZone: meeting.zone,
    originalEndTimeZone: meeting.zone,
    subject: meeting.cancelled ? `Canceled: ${meeting.subject}` : meeting.subject,
    bodyPreview: meeting.body.content.slice(0, 255),
    body: meeting.body,
    start: writeDateTime(meeting.startAt, timeZone),
    end: writeDateTime(meeting.endAt, timeZone),
    location: { displayName: meeting.place ?? '', locationType: 'default' },
    isAllDay: false,
    isCancelled: meeting.cancelled,
    isDraft: false,
    isOrganizer: own,
    type: 'singleInstance',
    hasAttachments: false,
    onlineMeeting: null,
    ...meeting.details,
    showAs: showAs(entry),
    organizer: { emailAddress: { name: meeting.organizer.name, address: meeting.organizer.mail } },
    responseStatus: own
      ? { response: 'organizer', time: NEVER }
      : { response: ownWord(copy.answer), time: copy.answeredAt ?? NEVER },
    attendees: visibleAttendees(entry, ownMail).map(({ mail, name, type, answer, answeredAt }) => ({
      type,
      status: { response: WORDS[answer], time: answeredAt ?? NEVER },
      emailAddress: { name, address: mail },
    })),
  };
}

const ownWord = (answer: Answer) => (answer === 'NONE' ? 'notResponded' : WORDS[answer]);

/** `$select`: the named properties and the id. An unknown one is refused. */
export function selectFrom(event: Record<string, unknown>, select: string | null): Record<string, unknown> {
  if (!select) return event;
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in event));
  if (unknown)
    throw new GraphRefusal(
      400,
      'RequestBroker--ParseUri',
      `Could not find a property named '${unknown}' on type 'event'.`,
    );
  return Object.fromEntries(['@odata.etag', 'id', ...names].map((name) => [name, event[name]]));
}
