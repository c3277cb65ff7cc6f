/**
 * Applies the migration files that a database has not had yet. The table is Prisma's own, so an operator may as well
 * run the stock `prisma migrate deploy`.
 */
import { randomUUID } from 'node:crypto';
import { listMigrations, type Migration } from './migrations.ts';

/** One connection: everything here happens on the same one. `script` may hold many statements. */
export type Session = {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  script(sql: string): Promise<unknown>;
};

export class MigrationRefused extends Error {}

/** The lock that Prisma takes for its own migrations. */
const PRISMA_LOCK = 72707369;

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Answers with the names applied now. Throws MigrationRefused when an applied file was edited or one failed before. */
export async function migrate(session: Session, migrations?: Migration[]): Promise<string[]> {
  const files = migrations ?? (await listMigrations());
  await session.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
  try {
    return await applyMissing(session, files);
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]);
  }
}

async function applyMissing(session: Session, files: Migration[]): Promise<string[]> {
  const applied = await readApplied(session);
  for (const name of applied.keys()) {
    if (!files.some((file) => file.name === name))
      throw new MigrationRefused(
        `The database has had migration ${name}, which this program does not know: start the newer version.`,
      );
  }
  const done: string[] = [];
  for (const file of files) {
    const row = applied.get(file.name);
    if (!row) {
      await applyOne(session, file);
      done.push(file.name);
    } else if (!row.finished) {
      throw new MigrationRefused(
        `Migration ${file.name} was begun by another tool and not finished: settle it with "prisma migrate resolve".`,
      );
    } else if (row.checksum !== file.checksum) {
      throw new MigrationRefused(
        `Migration ${file.name} was edited after it had been applied: restore the file and write a new migration.`,
      );
    }
  }
  return done;
}

async function readApplied(session: Session): Promise<Map<string, { checksum: string; finished: boolean }>> {
  const exists = await session.query(`SELECT to_regclass('"_prisma_migrations"')::text AS "table"`);
  if ((exists.rows[0] as { table: string | null }).table === null) await session.script(TABLE);
  const { rows } = await session.query(
    'SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
  );
  return new Map((rows as { name: string; checksum: string; finished: boolean }[]).map((row) => [row.name, row]));
}

async function applyOne(session: Session, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await session.script('BEGIN');
    await session.script(sql);
    await session.query(
      'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    );
    await session.script('COMMIT');
  } catch (error) {
    await session.script('ROLLBACK');
    throw error;
  }
}
