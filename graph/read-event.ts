import { z } from 'zod';
import { type EventRef, type EventState, RemoteGone } from '../domain/ports.ts';
import { Attendees, addressOf, answerOf, isRoom } from './attendees.ts';
import type { GraphClient } from './client.ts';
import { GraphInstant, spanOf, Times } from './date-time.ts';
import { linkIn, ONLINE_FIELDS, Online } from './online-meeting.ts';

const Event = z.object({
  ...Times,
  isCancelled: z.boolean().nullish(),
  location: z
    .object({ displayName: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  lastModifiedDateTime: GraphInstant.nullish().catch(null),
  attendees: Attendees,
  ...Online,
});

const FIELDS = `start,end,isAllDay,isCancelled,location,lastModifiedDateTime,attendees,${ONLINE_FIELDS}`;

/**
 * Time, place, link, cancellation and answers in the organizer's copy, nothing else. Null when it does not exist any
 * more.
 */
export async function readEvent(graph: GraphClient, event: EventRef): Promise<EventState | null> {
  const found = await findEvent(graph, event);
  if (!found) return null;
  const { attendees, location, lastModifiedDateTime } = found;
  return {
    ...spanOf(found),
    cancelled: found.isCancelled ?? false,
    place: location?.displayName ?? '',
    link: linkIn(found),
    changedAt: lastModifiedDateTime ?? null,
    answers: attendees.filter((one) => !isRoom(one)).map((one) => ({ mail: addressOf(one), ...answerOf(one) })),
  };
}

async function findEvent(graph: GraphClient, event: EventRef): Promise<z.output<typeof Event> | null> {
  try {
    const path = `${eventPath(event)}?$select=${FIELDS}`;
    return await graph({ method: 'GET', path, answer: Event, gone: EVENT_GONE });
  } catch (error) {
    if (error instanceof RemoteGone) return null;
    throw error;
  }
}

/** Not the codes of a lost mailbox: its events still stand in everybody else's calendar. */
export const EVENT_GONE = ['ErrorItemNotFound'];

export function eventPath({ organizerId, eventId }: EventRef): string {
  return `${mailboxPath(organizerId)}/events/${encodeURIComponent(eventId)}`;
}

export const mailboxPath = (organizerId: string): string => `/users/${encodeURIComponent(organizerId)}`;
