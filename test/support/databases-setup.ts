/**
 * Before the tests: the Prisma client, an empty PGlite database, and a PostgreSQL with a template database that has every
 * migration: TEST_DATABASE_URL, else the server on this machine, else one of our own. After them both are gone, and what
 * tests made from the template.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { TestProject } from 'vitest/node';
import { generateClient } from '../../prisma/generate.ts';
import { asAdmin, databaseUrl, dropDatabases } from './postgres-admin.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null when no server is to be had. `admin` is a database to connect to for making others. */
    postgres: { admin: string; template: string } | null;
    /** The folder of an empty database with every migration, to be copied: a tenth of what it takes to make one. */
    pglite: string;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.vitest.projects.every(({ name }) => name === 'pure')) return undefined;
  await generateClient();
  const folder = await mkdtemp(join(tmpdir(), 'vastbus-empty-'));
  await createFolder(folder);
  project.provide('pglite', folder);

  const faults: string[] = [];
  const server = await findServer(faults);
  if (!server) {
    const line = `PostgreSQL: none to be had (${faults.join('; ')})`;
    if (process.env.REQUIRE_POSTGRES === '1') throw new Error(`${line}, and REQUIRE_POSTGRES=1 asks for one`);
    console.warn(`${line}, so its suites are skipped`);
    project.provide('postgres', null);
    return () => rm(folder, { recursive: true, force: true });
  }
  const template = `vastbus_test_${randomBytes(6).toString('hex')}`;
  await createTemplate(server.url, template);
  project.provide('postgres', { admin: server.url, template });
  return async () => {
    await rm(folder, { recursive: true, force: true });
    await dropDatabases(server.url, template);
    await server.stop();
  };
}

/** As a first start makes it. */
async function createFolder(folder: string): Promise<void> {
  const { openPGlite } = await import('../../prisma/pglite/pglite.ts');
  const engine = await openPGlite(folder);
  await engine.close();
}

async function findServer(faults: string[]): Promise<PostgresServer | null> {
  const given = process.env.TEST_DATABASE_URL;
  const local = [...new Set(['postgres', userInfo().username])].map(
    (user) => `postgres://${user}@127.0.0.1:5432/postgres`,
  );
  for (const url of given ? [given] : local) {
    const fault = await asAdmin(url, 'SELECT 1').then(() => null, reasonOf);
    if (fault === null) return { url, stop: async () => {} };
    faults.push(`${new URL(url).host}: ${fault}`);
  }
  if (given) return null;
  for (const source of ['installed', 'npm'] as const) {
    try {
      return await startPostgres(source);
    } catch (error) {
      faults.push(`${source}: ${reasonOf(error)}`);
    }
  }
  return null;
}

/** The program's own opening makes it: migrations and the queue's tables. */
async function createTemplate(admin: string, template: string): Promise<void> {
  await asAdmin(admin, `CREATE DATABASE ${template} TEMPLATE template0`);
  const { openDatabase } = await import('../../prisma/database.ts');
  const nothing = { seal: String, open: String, mark: String, marks: () => [] };
  const clock = { now: () => Temporal.Now.instant() };
  const { openPostgres } = await import('../../prisma/postgres.ts');
  const engine = await openPostgres(databaseUrl(admin, template), () => undefined);
  const opened = await openDatabase(engine, { clock, keys: nothing });
  await opened.close();
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.split('\n')[0] || error.name : String(error);
