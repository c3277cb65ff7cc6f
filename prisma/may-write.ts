/** What a real import would be refused for, asked without writing anything. */
import type pg from 'pg';
import { listMigrations } from './migrations.ts';

/** With PostgreSQL's own code, as `databaseSentence` takes it. */
export type WriteRefusal = { code: '25006' | '42501' };

const REGISTER = ['Unit', 'Person', 'Place', 'Channel', 'Setting'].map((table) => `"${table}"`);

const ASKED = `SELECT current_setting('transaction_read_only') = 'on' AS "isReadOnly",
  has_schema_privilege(current_schema(), 'CREATE') AS "mayCreate",
  count(c.oid)::int AS "tables",
  bool_and(has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE')) AS "mayWrite",
  bool_and(pg_has_role(c.relowner, 'USAGE')) AS "owns"
  FROM unnest($1::text[]) AS name LEFT JOIN pg_class c ON c.oid = to_regclass(name)`;

type Answer = Record<'isReadOnly' | 'mayCreate' | 'mayWrite' | 'owns', boolean> & { tables: number };

/** Tables that are missing must be made; those that are there be written, and changed where a migration waits. */
export async function mayWrite(client: pg.Client): Promise<WriteRefusal | null> {
  const { rows } = await client.query<Answer>(ASKED, [REGISTER]);
  const [is] = rows;
  if (!is) return null;
  if (is.isReadOnly) return { code: '25006' };
  if (is.tables < REGISTER.length) return is.mayCreate ? null : { code: '42501' };
  if (!is.mayWrite) return { code: '42501' };
  return is.owns || !(await isBehind(client)) ? null : { code: '42501' };
}

async function isBehind(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    'SELECT count(*)::int AS "n" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
  );
  return (rows[0]?.n ?? 0) < (await listMigrations()).length;
}
