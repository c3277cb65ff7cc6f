import type { Temporal } from 'temporal-polyfill';
import type { Register } from '../domain/rows/register.ts';
import type { KeyRing } from './crypto.ts';
import type { NewJob } from './queue.ts';
import type { Session } from './session.ts';

/** What the parts of the store share while one transaction is open. Nothing in it leads past the transaction. */
export type Inside = {
  tx: Session;
  now: Temporal.Instant;
  keys: KeyRing;
  addJobs(jobs: readonly NewJob[]): Promise<void>;
  /** Kept between transactions. */
  registerCache: { current?: { version: string; register: Register } };
};
