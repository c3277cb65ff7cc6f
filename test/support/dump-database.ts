import { PGlite } from '@electric-sql/pglite';

/** One row of any table, the queue's own included, as JSON text. */
export type DumpedRow = { table: string; row: Record<string, unknown>; text: string };

/** Everything that stands in a sandbox's database. The sandbox must have stopped. */
export async function dumpDatabase(dataDir: string): Promise<DumpedRow[]> {
  const database = await PGlite.create({ dataDir: `${dataDir}/database/data` });
  try {
    const { rows: tables } = await database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const dumped = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await database.query<{ row: Record<string, unknown> }>(
          `SELECT to_jsonb(t) AS row FROM ${name} t`,
        );
        return rows.map(({ row }) => ({
          table: name.replace(/^public\./, '').replaceAll('"', ''),
          row,
          text: JSON.stringify(row),
        }));
      }),
    );
    return dumped.flat();
  } finally {
    await database.close();
  }
}
