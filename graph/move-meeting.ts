import { z } from 'zod';
import { type Booking, type EventRef, RemoteGone } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { GraphUtc, toGraphDateTime } from './date-time.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

const Standing = z.object({
  '@odata.etag': z.string().min(1),
  start: GraphUtc,
  end: GraphUtc,
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  isCancelled: z.boolean().nullish(),
});

/**
 * PATCH of time and place mails everybody, so it is read first whether that is still to be done: a repeat after a lost
 * answer must not ask everybody once more. Subject and text are not sent, and so stay as they were.
 */
export async function moveMeeting(
  graph: GraphClient,
  event: EventRef,
  to: Pick<Booking, 'startAt' | 'endAt' | 'place'>,
): Promise<void> {
  const path = eventPath(event);
  const select = `${path}?$select=start,end,location,isCancelled`;
  const found = await graph({ method: 'GET', path: select, answer: Standing, gone: EVENT_GONE });
  if (found.isCancelled) throw new RemoteGone('gone');
  const place = to.place ?? '';
  if (found.start.equals(to.startAt) && found.end.equals(to.endAt) && (found.location?.displayName ?? '') === place)
    return;
  const body = { start: toGraphDateTime(to.startAt), end: toGraphDateTime(to.endAt), location: { displayName: place } };
  await graph({ method: 'PATCH', path, body, ifMatch: found['@odata.etag'], answer: z.unknown(), gone: EVENT_GONE });
}
