import type { Temporal } from 'temporal-polyfill';
import type { Register } from '../domain/rows/register.ts';
import type { KeyRing } from './crypto.ts';
import type { Prisma } from './generated/client.ts';
import type { NewJob } from './queue.ts';

/** What the parts of the store share while one transaction is open. The root client is not among it. */
export type Inside = {
  tx: Prisma.TransactionClient;
  now: Temporal.Instant;
  keys: KeyRing;
  addJobs(jobs: readonly NewJob[]): Promise<void>;
  /** Kept between transactions. */
  registerCache: { current?: { version: string; register: Register } };
};
