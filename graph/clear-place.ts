import { z } from 'zod';
import type { EventRef } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

const Standing = z.object({
  '@odata.etag': z.string().min(1),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
});

/** An event's location cannot be removed, only emptied. Where no place stands nobody is mailed. */
export async function clearPlace(graph: GraphClient, event: EventRef, left: string): Promise<void> {
  const path = eventPath(event);
  const found = await graph({ method: 'GET', path: `${path}?$select=location`, answer: Standing, gone: EVENT_GONE });
  if ((found.location?.displayName ?? '') === left || !found.location?.displayName) return;
  const body = { location: { displayName: left } };
  await graph({ method: 'PATCH', path, body, ifMatch: found['@odata.etag'], answer: z.unknown(), gone: EVENT_GONE });
}
