/** A database as an older version of the program left it: for what must go on in it. */
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { migrate, type Session } from '../../prisma/migrate.ts';
import { listMigrations } from '../../prisma/migrations.ts';
import type { Location } from './databases.ts';

/** Empty again, brought to where it stood before a migration, and filled. */
export async function fillBefore(location: Location, migration: string, rows: string): Promise<void> {
  const migrations = await listMigrations();
  const before = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === migration),
  );
  await inSession(location, async (session) => {
    await session.script('DROP SCHEMA public, pgboss CASCADE; CREATE SCHEMA public');
    await migrate(session, before);
    await session.script(rows);
  });
}

async function inSession(location: Location, work: (session: Session) => Promise<void>): Promise<void> {
  if (location.kind === 'pglite') {
    const database = await PGlite.create({ dataDir: `${location.folder}/data` });
    await work({ query: (sql, values) => database.query(sql, values), script: (sql) => database.exec(sql) });
    await database.close();
  } else {
    const client = new pg.Client({ connectionString: location.url });
    await client.connect();
    await work({ query: (sql, values) => client.query(sql, values), script: (sql) => client.query(sql) });
    await client.end();
  }
}
