import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../domain/ports.ts';
import { openKeyRing } from '../../prisma/crypto.ts';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '../../prisma/database.ts';
import type { Engine } from '../../prisma/engine.ts';
import { openPGlite } from '../../prisma/pglite/pglite.ts';
import { openPostgres } from '../../prisma/postgres.ts';

export type Location = { kind: 'pglite'; folder: string } | { kind: 'postgres'; url: string };

const TEST_KEYS_TEXT = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const testKeys = openKeyRing(TEST_KEYS_TEXT);

/** A clock that stands where it is put. */
export type TestClock = Clock & { set(now: string): void };
export function testClock(start = '2027-03-01T09:00:00Z'): TestClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set(text) {
      now = Temporal.Instant.from(text);
    },
  };
}

export async function openTestDatabase(
  location: Location,
  options: Partial<DatabaseOptions> = {},
): Promise<OpenDatabase> {
  const engine = await openEngine(location, options.onError);
  return openDatabase(engine, { clock: testClock(), keys: testKeys, ...options });
}

/** What stands beneath the store. */
export const openEngine = (location: Location, onError: (error: unknown) => void = () => undefined): Promise<Engine> =>
  location.kind === 'pglite' ? openPGlite(location.folder) : openPostgres(location.url, onError);
