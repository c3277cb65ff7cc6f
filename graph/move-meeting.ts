import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type EventRef, type NewTime, RemoteGone } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { GraphInstant, spanOf, Times, toGraphDateTime } from './date-time.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

const Changed = z.object({ lastModifiedDateTime: GraphInstant.nullish().catch(null) });
const Standing = Changed.extend({
  '@odata.etag': z.string().min(1),
  ...Times,
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  isCancelled: z.boolean().nullish(),
});

/**
 * PATCH of the time mails everybody, so it is read first whether that is still to be done: a repeat after a lost answer
 * must not ask everybody once more. What is not sent stays as it was: subject, text and link, and a place that somebody
 * chose in Outlook where none was chosen on the card.
 */
export async function moveMeeting(graph: GraphClient, event: EventRef, to: NewTime): Promise<Temporal.Instant | null> {
  const path = eventPath(event);
  const select = `${path}?$select=start,end,isAllDay,location,isCancelled,lastModifiedDateTime`;
  const found = await graph({ method: 'GET', path: select, answer: Standing, gone: EVENT_GONE });
  if (found.isCancelled) throw new RemoteGone('gone');
  const { startAt, endAt, allDay } = spanOf(found);
  const isThere = to.place === undefined || (found.location?.displayName ?? '') === (to.place ?? '');
  if (startAt.equals(to.startAt) && endAt.equals(to.endAt) && !allDay && isThere)
    return found.lastModifiedDateTime ?? null;
  const body = {
    start: toGraphDateTime(to.startAt),
    end: toGraphDateTime(to.endAt),
    ...(allDay ? { isAllDay: false } : {}),
    ...(isThere ? {} : { location: { displayName: to.place ?? '' } }),
  };
  const ifMatch = found['@odata.etag'];
  const changed = await graph({ method: 'PATCH', path, body, ifMatch, answer: Changed, gone: EVENT_GONE });
  return changed.lastModifiedDateTime ?? null;
}
