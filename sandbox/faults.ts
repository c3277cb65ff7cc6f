import { join } from 'node:path';
import { z } from 'zod';
import type { GraphFaults } from './graph/faults.ts';
import { openStoredJson } from './stored-json.ts';

/** What can be switched on; what is not named stays as it is, `null` or `false` switches off. */
export const faultChange = z.strictObject({
  graph: z.enum(['403', '429', '503', 'hang', 'off']).nullable().optional(),
  retryAfter: z.int().min(0).max(600).optional(),
  loseNotifications: z.boolean().optional(),
  slowMs: z.int().min(0).max(60_000).optional(),
  failAfterDoing: z.boolean().optional(),
  addresses: z.enum(['x500', 'named']).nullable().optional(),
  roomWithoutAddress: z.boolean().optional(),
  schedule: z.enum(['viewOnly', 'noTimes']).nullable().optional(),
  goneMailbox: z.string().nullable().optional(),
  noOnlineMeetings: z.string().nullable().optional(),
  lateLink: z.boolean().optional(),
  pageSize: z.int().min(1).max(1_000).nullable().optional(),
});
export type FaultChange = z.output<typeof faultChange>;

export type Faults = { readonly current: GraphFaults; change(change: FaultChange): void; startOver(): void };

/**
 * The fault switches, kept in `faults.json`. `current` is one object that changes in place: the local Graph holds on to
 * it.
 */
export function openFaults(folder: string): Faults {
  const stored = openStoredJson<GraphFaults>(join(folder, 'faults.json'), faultChange, {});
  const current = { ...stored.value };
  return {
    current,
    change(change) {
      Object.assign(current, change);
      stored.save({ ...current });
    },
    startOver() {
      for (const name of Object.keys(current) as (keyof GraphFaults)[]) delete current[name];
      stored.save({});
    },
  };
}
