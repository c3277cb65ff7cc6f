/** The databases that store, effect and fault tests run on: PGlite and, where there is one, a real PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, inject } from 'vitest';
import type { Location } from './open-test-database.ts';
import { asAdmin, databaseUrl, dropDatabases } from './postgres-admin.ts';

export * from './open-test-database.ts';

/** An empty, migrated database that nobody else uses. `remove` after everything that was opened on it is closed. */
export type TestDatabase = { location: Location; remove(): Promise<void> };

/** Runs a suite once on each kind of database: `create` makes one, as often as it is called. */
export function forEachDatabase(
  suite: (create: () => Promise<TestDatabase>, kind: 'PGlite' | 'PostgreSQL') => void,
): void {
  describe('on PGlite', () => suite(createPGlite, 'PGlite'));
  describe.skipIf(!inject('postgres'))('on PostgreSQL', () => suite(createPostgres, 'PostgreSQL'));
}

export async function createPGlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(`${tmpdir()}/vastbus-pglite-`);
  copyEmptyDatabase(folder);
  return { location: { kind: 'pglite', folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** In one go and not file by file between other work: its thousand files are small. */
export const copyEmptyDatabase = (folder: string): void => cpSync(inject('pglite'), folder, { recursive: true });

/** Throws where there is no server: stand behind `hasPostgres`. */
export async function createPostgres(): Promise<TestDatabase> {
  const server = inject('postgres');
  if (!server) throw new Error('no PostgreSQL to be had');
  // Named after the run's template, so that the run's end also drops what a failed test left behind.
  const name = `${server.template}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server.admin, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  // As on a server in Sweden that nobody has told otherwise; and no test cuts the server's power.
  await asAdmin(server.admin, `ALTER DATABASE ${name} SET TimeZone = 'Europe/Stockholm'`);
  await asAdmin(server.admin, `ALTER DATABASE ${name} SET synchronous_commit = off`);
  return {
    location: { kind: 'postgres', url: databaseUrl(server.admin, name) },
    remove: () => dropDatabases(server.admin, name),
  };
}

export const hasPostgres = (): boolean => inject('postgres') !== null;
