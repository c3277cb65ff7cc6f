import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { asAway } from './away.ts';
import type { Engine } from './engine.ts';
import { mayWrite, type WriteRefusal } from './may-write.ts';
import { migrate } from './migrate.ts';
import { CONNECT_MS, OPTIONS, openPools } from './postgres-pools.ts';
import { inTransaction } from './postgres-transaction.ts';
import type { Statement } from './session.ts';

/** Opens a PostgreSQL database and brings it up to date. Several copies of the program may do so at once. */
export async function openPostgres(url: string, tell: (error: unknown) => void): Promise<Engine> {
  await bringUpToDate(url);
  const onError = (error: Error) => tell(asAway(error));
  const pools = openPools(url, onError);
  const nameOf = nameStatements();
  const carry = async (client: pg.PoolClient, { text, values = [] }: Statement): Promise<unknown[]> =>
    (await client.query({ name: nameOf(text), text, values: [...values] })).rows;
  const judged = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      pools.judge(error);
      throw error;
    }
  };
  return {
    adapter: new PrismaPg(pools.patient),
    transaction: (work, lane = 'person') =>
      judged(pools[lane].connect().then((client) => inTransaction(client, carry, onError, work))),
    async executeSql(text, values, isPatient = false) {
      const pool = isPatient ? pools.patient : pools.queue;
      const result: pg.QueryResult | pg.QueryResult[] = await judged(pool.query(text, values));
      return { rows: (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [] };
    },
    exclusive: false,
    close: () => pools.end(),
  };
}

/** No limits but for reaching the server: a migration takes the time that it takes. */
export const bringUpToDate = (url: string): Promise<void> =>
  connected(url, async (client) => {
    await migrate({ query: (sql, values) => client.query(sql, values), script: (sql) => client.query(sql) });
  });

/** Throws as the driver does where it cannot be reached. Answers what an import would be refused for. */
export async function tryDatabase(url: string): Promise<WriteRefusal | null> {
  let refusal: WriteRefusal | null = null;
  await connected(url, async (client) => {
    refusal = await mayWrite(client);
  });
  return refusal;
}

async function connected(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString, options: OPTIONS, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    await work(client);
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
