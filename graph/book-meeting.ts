import { z } from 'zod';
import type { SeenLink } from '../domain/join-link.ts';
import type { Booking } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { toGraphDateTime } from './date-time.ts';
import { bookingNote } from './find-booking.ts';
import { linkIn, Online } from './online-meeting.ts';

const Created = z.object({ id: z.string().min(1), ...Online });

/**
 * Creates the event in the organizer's calendar; Graph mails the invitations. A repeat with the same `transactionId` is
 * answered with the event that exists. Private, and attendees hidden from each other: nobody's calendar tells who else
 * is involved.
 */
export async function bookMeeting(graph: GraphClient, booking: Booking): Promise<{ eventId: string; link: SeenLink }> {
  const path = `/users/${encodeURIComponent(booking.organizerId)}/events`;
  const created = await graph({ method: 'POST', path, body: toEvent(booking), answer: Created });
  return { eventId: created.id, link: linkIn(created) };
}

function toEvent(booking: Booking) {
  return {
    transactionId: booking.transactionId,
    singleValueExtendedProperties: bookingNote(booking.transactionId),
    subject: booking.subject,
    body: { contentType: 'text', content: booking.body },
    start: toGraphDateTime(booking.startAt),
    end: toGraphDateTime(booking.endAt),
    ...(booking.place === null ? {} : { location: { displayName: booking.place } }),
    attendees: booking.attendees.map(({ mail, name }) => ({ emailAddress: { address: mail, name }, type: 'required' })),
    sensitivity: 'private',
    hideAttendees: true,
    allowNewTimeProposals: true,
    responseRequested: true,
    isReminderOn: true,
    // Who may record cannot be said here: that is the meeting's own resource, behind a permission of its own.
    ...(booking.online
      ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
      : { isOnlineMeeting: false }),
  };
}
