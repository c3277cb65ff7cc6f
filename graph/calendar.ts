import type { Calendar } from '../domain/ports.ts';
import { readAvailability } from './availability.ts';
import { bookMeeting } from './book-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { clearPlace } from './clear-place.ts';
import { createGraphClient, type GraphClientOptions } from './client.ts';
import { findBookings } from './find-bookings.ts';
import { moveMeeting } from './move-meeting.ts';
import { readEvent } from './read-event.ts';
import { setAttendees } from './set-attendees.ts';
import { type NotificationUrls, renewSubscription, subscribe } from './subscriptions.ts';

export type GraphCalendarOptions = GraphClientOptions & NotificationUrls;

/**
 * Calendars in Microsoft 365. Each call sends one request once (availability: one per 20 mailboxes) and waits for it at
 * most `timeoutMs`.
 */
export function createGraphCalendar(options: GraphCalendarOptions): Calendar {
  const graph = createGraphClient(options);
  return {
    book: (booking) => bookMeeting(graph, booking),
    cancel: (event, comment) => cancelMeeting(graph, event, comment),
    setAttendees: (event, attendees) => setAttendees(graph, event, attendees),
    clearPlace: (event) => clearPlace(graph, event),
    move: (event, to) => moveMeeting(graph, event, to),
    findBookings: (organizerId, subject) => findBookings(graph, organizerId, subject),
    read: (event) => readEvent(graph, event),
    availability: (organizerId, mails, from, to) => readAvailability(graph, organizerId, mails, from, to),
    subscribe: (mailboxId, clientState, expiresAt) =>
      subscribe(graph, options.clock, options, { mailboxId, clientState, expiresAt }),
    renew: (subscriptionId, expiresAt) => renewSubscription(graph, options.clock, subscriptionId, expiresAt),
  };
}
