import { z } from 'zod';
import type { Booking } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { toGraphDateTime } from './date-time.ts';
import { bookingNote } from './find-booking.ts';

const Created = z.object({ id: z.string().min(1) });

/**
 * Creates the event in the organizer's calendar; Graph mails the invitations. A repeat with the same `transactionId` is
 * answered with the event that exists. Private, and attendees hidden from each other: nobody's calendar tells who else
 * is involved.
 */
export async function bookMeeting(graph: GraphClient, booking: Booking): Promise<{ eventId: string }> {
  const path = `/users/${encodeURIComponent(booking.organizerId)}/events`;
  const created = await graph({ method: 'POST', path, body: toEvent(booking), answer: Created });
  return { eventId: created.id };
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
    isOnlineMeeting: false,
  };
}
