import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test } from 'vitest';
import { MigrationRefused, migrate, type Session } from '../../prisma/migrate.ts';
import { listMigrations } from '../../prisma/migrations.ts';
import { bakedDatabase } from '../../prisma/pglite/baked-database.ts';
import { diffSchemas, migrationsTarget, schemaFile } from '../../prisma/schema-engine.ts';

/** An empty one, from the one that is made already: PGlite takes ten times as long to make a database of its own. */
async function emptyDatabase(): Promise<PGlite> {
  const database = await PGlite.create({ loadDataDir: await bakedDatabase() });
  await database.exec('DROP SCHEMA public, pgboss CASCADE; CREATE SCHEMA public');
  return database;
}

test('the migrations lead to the schema', async () => {
  const { same, sql } = await diffSchemas(
    migrationsTarget(await listMigrations()),
    await schemaFile(),
    await emptyDatabase(),
  );
  expect(same, `missing from the migrations:\n${sql}`).toBe(true);
});

test('migrations are applied once; an edited, unknown or half-done one is refused', async () => {
  const database = await emptyDatabase();
  onTestFinished(() => database.close());
  const session: Session = { query: (sql, values) => database.query(sql, values), script: (sql) => database.exec(sql) };
  const first = { name: '0001_a', sql: 'CREATE TABLE a (id int); CREATE TABLE b (id int)', checksum: '1' };
  const broken = { name: '0002_b', sql: 'CREATE TABLE c (id int); SELECT nonsense', checksum: '2' };
  expect(await migrate(session, [first])).toEqual(['0001_a']);
  expect(await migrate(session, [first])).toEqual([]);
  await expect(migrate(session, [first, broken])).rejects.toThrow('nonsense');
  expect((await database.query<{ c: string | null }>(`SELECT to_regclass('c')::text AS c`)).rows).toEqual([
    { c: null },
  ]);

  await expect(migrate(session, [{ ...first, checksum: 'edited' }])).rejects.toThrow('0001_a was edited');
  await expect(migrate(session, [])).rejects.toThrow(MigrationRefused);
  await database.exec(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`);
  await expect(migrate(session, [first])).rejects.toThrow('not finished');
});
