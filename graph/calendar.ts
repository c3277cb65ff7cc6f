import type { Calendar } from '../domain/ports.ts';
import { readAvailability } from './availability.ts';
import { bookMeeting } from './book-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { clearPlace } from './clear-place.ts';
import { createGraphClient, type GraphClientOptions } from './client.ts';
import { findBooking } from './find-booking.ts';
import { moveMeeting } from './move-meeting.ts';
import { readEvent } from './read-event.ts';
import { setAttendees } from './set-attendees.ts';
import { type NotificationUrls, renewSubscription, subscribe } from './subscriptions.ts';

export type GraphCalendarOptions = GraphClientOptions & NotificationUrls;

/**
 * Calendars in Microsoft 365. Each call sends its requests once and waits for each at most `timeoutMs`: one, with a
 * read before it where something is changed; more for many mailboxes or pages.
 */
export function createGraphCalendar(options: GraphCalendarOptions): Calendar {
  const graph = createGraphClient(options);
  return {
    book: (booking) => bookMeeting(graph, booking),
    cancel: (event, comment) => cancelMeeting(graph, event, comment),
    setAttendees: (event, called, out) => setAttendees(graph, event, called, out),
    clearPlace: (event, left) => clearPlace(graph, event, left),
    move: (event, to) => moveMeeting(graph, event, to),
    findBooking: (organizerId, transactionId, times) => findBooking(graph, organizerId, transactionId, times),
    read: (event) => readEvent(graph, event),
    availability: (organizerId, mails, from, to) => readAvailability(graph, organizerId, mails, from, to),
    subscribe: (mailboxId, clientState, expiresAt) =>
      subscribe(graph, options.clock, options, { mailboxId, clientState, expiresAt }),
    renew: (subscriptionId, expiresAt) => renewSubscription(graph, options.clock, subscriptionId, expiresAt),
  };
}
