import pg from 'pg';

/** The address of another database on the same server. */
export function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops every database whose name begins so. */
export async function dropDatabases(admin: string, prefix: string): Promise<void> {
  const rows = await asAdmin(admin, `SELECT datname AS name FROM pg_database WHERE starts_with(datname, '${prefix}')`);
  for (const { name } of rows) await asAdmin(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

export async function asAdmin(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}
