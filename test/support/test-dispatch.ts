import { createDispatch, type Dispatch } from '../../bot/engine/dispatch.ts';
import type { Log } from '../../bot/log/log.ts';
import { limitsTimes } from '../../domain/limits.ts';
import type { Clock, Database } from '../../domain/ports.ts';

/** The real dispatcher on a test's database, with limits that no machine meets. */
export const testDispatch = (database: Database, clock: Clock, log: Log): Dispatch =>
  createDispatch({ database, clock, log, limits: limitsTimes(1_000).person, publicUrl: 'http://127.0.0.1' });
