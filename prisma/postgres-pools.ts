/**
 * The program's connections to PostgreSQL. Whatever waits on one ends in time: a lock that somebody keeps, a copy of the
 * program that stands still in the middle of a transaction, a socket that has gone silent.
 */
import pg from 'pg';
import { SILENT } from './away.ts';

// The adapter sends timestamps without a zone: on a server in Stockholm's zone they would be stored one or two hours
// off.
export const OPTIONS = '-c TimeZone=UTC';

/** A server that does not answer is said to be away, instead of being waited for as long as TCP does. Milliseconds. */
export const CONNECT_MS = 15_000;

/**
 * Limits in milliseconds, for people who wait: they are answered within five seconds, whatever happens. Whoever stands
 * still inside a transaction loses it to the others.
 */
const PROMPT = {
  connectionTimeoutMillis: 2_000,
  lock_timeout: 1_000,
  statement_timeout: 2_500,
  idle_in_transaction_session_timeout: 3_000,
  // A socket that has gone silent.
  query_timeout: 3_000,
};

/** For what is done once: the queue's tables, checks at start, the register's import. */
const PATIENT = {
  connectionTimeoutMillis: CONNECT_MS,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
  query_timeout: 45_000,
};

/**
 * Most connections at once, of one copy of the program. What people wait for, what is done in the background and the
 * queue's own looking after its jobs each have theirs, so that none of them starves another.
 */
const SIZES = { person: 7, background: 5, queue: 2, patient: 2 };

export type Pools = Record<keyof typeof SIZES, pg.Pool> & {
  /** What a query came to: where a socket was silent, no connection that lies idle is believed any more. */
  judge(error: unknown): void;
  end(): Promise<void>;
};

export function openPools(connectionString: string, onError: (error: Error) => void): Pools {
  const idle = new Set<pg.PoolClient>();
  const open = (max: number, limits: pg.PoolConfig): pg.Pool => {
    // What is sent before an answer has come goes out at once (`pipeline`).
    const pool = new pg.Pool({ connectionString, options: OPTIONS, max, pipeline: true, keepAlive: true, ...limits });
    pool.on('error', onError);
    pool.on('acquire', (client) => idle.delete(client));
    pool.on('remove', (client) => idle.delete(client));
    pool.on('release', (error, client) => void (error || idle.add(client)));
    return pool;
  };
  const pools = {
    person: open(SIZES.person, PROMPT),
    background: open(SIZES.background, PROMPT),
    queue: open(SIZES.queue, PROMPT),
    patient: open(SIZES.patient, PATIENT),
  };
  return {
    ...pools,
    judge(error) {
      if (!(error instanceof Error) || error.message !== SILENT) return;
      for (const { connection } of idle) connection.stream.destroy();
      idle.clear();
    },
    async end() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}
