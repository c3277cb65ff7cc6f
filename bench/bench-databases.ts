import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { asAdmin, databaseUrl, dropDatabases } from '../test/support/postgres-admin.ts';
import { startPostgres } from '../test/support/postgres-server.ts';

export type BenchDatabases = {
  /** "PostgreSQL 15.8, fsync on": what the figures were measured on. */
  server: string;
  /** A new, empty database; its address. */
  create(): Promise<string>;
  /** Drops them all, and stops the server if it is ours. */
  remove(): Promise<void>;
};

/** On TEST_DATABASE_URL, else the server on this machine, else one of our own. Throws when none can be had. */
export async function openBenchDatabases(): Promise<BenchDatabases> {
  const { url: admin, stop } = await findServer();
  const prefix = `vastbus_bench_${randomBytes(6).toString('hex')}`;
  const [is] = await asAdmin(
    admin,
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
  );
  let made = 0;
  return {
    server: `PostgreSQL ${is?.version}, fsync ${is?.fsync}`,
    async create() {
      made += 1;
      await asAdmin(admin, `CREATE DATABASE ${prefix}_${made} TEMPLATE template0`);
      return databaseUrl(admin, `${prefix}_${made}`);
    },
    async remove() {
      await dropDatabases(admin, prefix);
      await stop();
    },
  };
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const local = ['postgres', userInfo().username].map((user) => `postgres://${user}@127.0.0.1:5432/postgres`);
  for (const url of given ? [given] : local) {
    const isThere = await asAdmin(url, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (isThere) return { url, stop: async () => {} };
  }
  if (given) throw new Error('TEST_DATABASE_URL cannot be reached');
  return startPostgres('installed').catch(() => startPostgres('npm'));
}
