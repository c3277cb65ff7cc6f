import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';

// The adapter sends timestamps without a zone: on a server in Stockholm's zone they would be stored one or two hours
// off.
const OPTIONS = '-c TimeZone=UTC';

/** A server that does not answer is said to be away, instead of being waited for as long as TCP does. */
const CONNECT_MS = 15_000;

/** Opens a PostgreSQL database and brings it up to date. Several copies of the program may do so at once. */
export async function openPostgres(url: string, onError: (error: Error) => void): Promise<Engine> {
  await bringUpToDate(url);
  const pool = new pg.Pool({ connectionString: url, options: OPTIONS, max: 12, connectionTimeoutMillis: CONNECT_MS });
  pool.on('error', onError);
  return {
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatements() }),
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
 * after the first 300 texts is not prepared. (A PgBouncer in between must be 1.21 or later.)
 */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size === 300) return '';
    names.set(sql, `s${names.size}`);
    return `s${names.size - 1}`;
  };
}
