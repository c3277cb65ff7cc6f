import { z } from 'zod';
import type { Booking, EventRef } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

/**
 * PATCH of the attendees alone replaces the list: who stays keeps their answer, and only those whose place changes are
 * mailed.
 */
export async function setAttendees(
  graph: GraphClient,
  event: EventRef,
  attendees: Booking['attendees'],
): Promise<void> {
  const body = {
    attendees: attendees.map(({ mail, name }) => ({ emailAddress: { address: mail, name }, type: 'required' })),
  };
  await graph({ method: 'PATCH', path: eventPath(event), body, answer: z.unknown(), gone: EVENT_GONE });
}
