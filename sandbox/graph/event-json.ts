import { createHash } from 'node:crypto';
import type { Answer } from '../../domain/codes.ts';
import { ROOM_WITHOUT_ADDRESS, writtenAs } from './addresses.ts';
import type { GraphFaults } from './faults.ts';
import type { Entry, Office } from './office.ts';
import { bodyOf } from './online-meeting.ts';
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

type Shown = { ownMail: string; timeZone: string; findOwner: Office['findOwner']; faults: GraphFaults };

/** One copy of an event as Graph writes it, with times in the zone that was asked for. */
export function toEventJson(entry: Entry, shown: Shown): Record<string, unknown> {
  const { ownMail, faults } = shown;
  const { meeting, copy } = entry;
  const own = isOrganizer(entry);
  const timeOf = (at: string) => writeDateTime(at, meeting.allDay ? 'UTC' : shown.timeZone);
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
    body: bodyOf(meeting),
    // Whole days are written as the same midnights in every zone.
    start: { ...timeOf(meeting.startAt), timeZone: shown.timeZone },
    end: { ...timeOf(meeting.endAt), timeZone: shown.timeZone },
    location: { displayName: meeting.place ?? '', locationType: 'default' },
    isAllDay: meeting.allDay,
    isCancelled: meeting.cancelled,
    isDraft: false,
    isOrganizer: own,
    type: 'singleInstance',
    hasAttachments: false,
    onlineMeeting: meeting.joinUrl === null ? null : { joinUrl: meeting.joinUrl },
    onlineMeetingUrl: null,
    ...meeting.details,
    showAs: showAs(entry),
    organizer: { emailAddress: { name: meeting.organizer.name, address: meeting.organizer.mail } },
    responseStatus: own
      ? { response: 'organizer', time: NEVER }
      : { response: ownWord(copy.answer), time: copy.answeredAt ?? NEVER },
    attendees: [
      ...(own && faults.roomWithoutAddress ? [ROOM_WITHOUT_ADDRESS] : []),
      ...visibleAttendees(entry, ownMail).map(({ mail: address, name, type, answer, answeredAt }) => ({
        type,
        status: { response: WORDS[answer], time: answeredAt ?? NEVER },
        emailAddress: writtenAs(own ? faults.addresses : null, { name, address }, shown.findOwner(address)),
      })),
    ],
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
