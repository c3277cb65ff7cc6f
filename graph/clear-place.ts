import { z } from 'zod';
import type { EventRef } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

/** An event's location cannot be removed, only emptied. A repeat changes nothing more. */
export async function clearPlace(graph: GraphClient, event: EventRef): Promise<void> {
  const body = { location: { displayName: '' } };
  await graph({ method: 'PATCH', path: eventPath(event), body, answer: z.unknown(), gone: EVENT_GONE });
}
