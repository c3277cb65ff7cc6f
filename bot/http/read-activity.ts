/** The body of a request to the bot, shaped like an activity from Teams. */
import { z } from 'zod';
import type { Refused } from './read-json.ts';

/** Teams sends a few KB. A quarter of a megabyte is far above the largest form and far below what would hurt. */
export const MAX_ACTIVITY_BYTES = 256 * 1024;

const short = z.string().min(1).max(1024);

/** Only what the guard and the reply road rely on. Everything else passes as it is and is parsed by whoever uses it. */
const envelope = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: short,
  serviceUrl: short,
  conversation: z.looseObject({ id: short, tenantId: short.optional() }),
  from: z.looseObject({ id: short }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: short }).optional() }).optional(),
});
export type Activity = z.output<typeof envelope>;

export function readActivity(value: unknown): { ok: true; activity: Activity } | Refused {
  const parsed = envelope.safeParse(value);
  return parsed.success ? { ok: true, activity: parsed.data } : { ok: false, status: 400, reason: 'not-an-activity' };
}
