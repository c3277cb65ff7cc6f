import pg from 'pg';
import { vi } from 'vitest';

const LIMITS = { timeout: 10_000, interval: 5 };

/**
 * Runs `during` while every act stops at its last statement, the audit row: all of it is written and nothing is
 * committed. With `sending`, from the moment when an effect of that kind is on its way.
 */
export async function whileNothingCommits<T>(
  databaseUrl: string,
  during: (untilWaiting: () => Promise<void>) => Promise<T>,
  sending?: string,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const untilFound = (sql: string, values: unknown[], what: string) =>
    vi.waitFor(async () => {
      if ((await client.query(sql, values)).rowCount === 0) throw new Error(`never seen: ${what}`);
    }, LIMITS);
  try {
    if (sending)
      await untilFound(`SELECT 1 FROM "Effect" WHERE "kind" = $1 AND "state" = 'SENDING'`, [sending], sending);
    await client.query(`SELECT pg_advisory_lock(hashtext('Audit'))`);
    return await during(() => untilFound(WAITING, [], 'an act that waits to be committed'));
  } finally {
    await client.end();
  }
}

const WAITING = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
  WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`;
