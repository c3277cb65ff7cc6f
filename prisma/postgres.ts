import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { inTransaction } from './postgres-transaction.ts';
import type { Statement } from './session.ts';

// The adapter sends timestamps without a zone: on a server in Stockholm's zone they would be stored one or two hours
// off.
const OPTIONS = '-c TimeZone=UTC';

/** A server that does not answer is said to be away, instead of being waited for as long as TCP does. */
const CONNECT_MS = 15_000;

/** A statement that waits longer for a lock is broken off, and so is a transaction that nobody goes on with. */
const WAIT_MS = 15_000;
const TIMEOUTS = {
  statement_timeout: WAIT_MS,
  idle_in_transaction_session_timeout: WAIT_MS,
  // A socket that has gone silent. Statements that are sent together wait for each other, each as long as it may.
  query_timeout: 3 * WAIT_MS,
  keepAlive: true,
};

/** Opens a PostgreSQL database and brings it up to date. Several copies of the program may do so at once. */
export async function openPostgres(url: string, onError: (error: Error) => void): Promise<Engine> {
  await bringUpToDate(url);
  const pool = new pg.Pool({
    connectionString: url,
    options: OPTIONS,
    max: 12,
    connectionTimeoutMillis: CONNECT_MS,
    // What is sent before an answer has come goes out at once.
    pipeline: true,
    ...TIMEOUTS,
  });
  pool.on('error', onError);
  const nameOf = nameStatements();
  const carry = async (client: pg.PoolClient, { text, values = [] }: Statement): Promise<unknown[]> =>
    (await client.query({ name: nameOf(text), text, values: [...values] })).rows;
  return {
    adapter: new PrismaPg(pool),
    transaction: async (work) => inTransaction(await pool.connect(), carry, onError, work),
    async executeSql(text, values) {
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values);
      return { rows: (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [] };
    },
    exclusive: false,
    close: () => pool.end(),
  };
}

async function bringUpToDate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, options: OPTIONS, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    await migrate({ query: (sql, values) => client.query(sql, values), script: (sql) => client.query(sql) });
  } finally {
    await client.end();
  }
}

/**
 * Prepared statements, so that the server plans each text once per connection: halves the time of an act. What comes
 * after the first 300 texts is not prepared. (OPERATIONS says what a PgBouncer in between must allow.)
 */
function nameStatements(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known) return known;
    if (names.size === 300) return '';
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}
