import { z } from 'zod';
import { type EventRef, RemoteGone } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

/** Cancels and mails the comment to everybody who was called. An event that is gone already counts as cancelled. */
export async function cancelMeeting(graph: GraphClient, event: EventRef, comment: string): Promise<void> {
  try {
    await graph({
      method: 'POST',
      path: `${eventPath(event)}/cancel`,
      body: { comment },
      answer: z.unknown(),
      gone: EVENT_GONE,
    });
  } catch (error) {
    if (!(error instanceof RemoteGone)) throw error;
  }
}
