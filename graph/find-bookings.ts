import { z } from 'zod';
import type { GraphClient } from './client.ts';

const Found = z.object({
  value: z.array(
    z.object({ id: z.string().min(1), transactionId: z.string().nullish(), isCancelled: z.boolean().nullish() }),
  ),
});

/**
 * Events in the organizer's calendar with exactly this subject, whether or not an answer ever came back when they were
 * booked.
 */
export async function findBookings(
  graph: GraphClient,
  organizerId: string,
  subject: string,
): Promise<{ eventId: string; transactionId: string | null }[]> {
  const filter = encodeURIComponent(`subject eq '${subject.replaceAll("'", "''")}'`);
  const path = `/users/${encodeURIComponent(organizerId)}/events?$filter=${filter}&$select=id,transactionId,isCancelled`;
  const { value } = await graph({ method: 'GET', path, answer: Found });
  return value
    .filter((event) => !event.isCancelled)
    .map(({ id, transactionId }) => ({ eventId: id, transactionId: transactionId ?? null }));
}
