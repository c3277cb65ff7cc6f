/**
 * Prisma's schema engine as a library: compares schemas and writes SQL without a downloaded engine and without a
 * server. Internal to Prisma (exact version in package.json, development only); the stock `prisma migrate` does the
 * same where it can run.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MendedPGlite } from './pglite/pglite-adapter.ts';

const SCHEMA = fileURLToPath(new URL('./schema.prisma', import.meta.url));
const NO_FILTERS = { externalTables: [], externalEnums: [] };

export const EMPTY: DiffTarget = { tag: 'empty' };

export async function schemaFile(): Promise<DiffTarget> {
  return { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: await readFile(SCHEMA, 'utf8') }] };
}

/** The migrations as a starting point; the engine plays them on a database in memory. */
export function migrationsTarget(migrations: readonly { name: string; sql: string }[]): DiffTarget {
  return {
    tag: 'migrations',
    baseDir: fileURLToPath(new URL('./migrations', import.meta.url)),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** SQL that leads from one schema to the other; a comment only when they are the same. `database`: an empty one. */
export async function diffSchemas(
  from: DiffTarget,
  to: DiffTarget,
  database = new PGlite(),
): Promise<{ same: boolean; sql: string }> {
  await load();
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new MendedPGlite(database));
    const schemas = await engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    const result = await schemas.diff({ from, to, script: true, exitCode: true, filters: NO_FILTERS });
    return { same: result.exitCode === 0, sql: result.stdout ?? '' };
  } finally {
    await database.close();
  }
}

// The compiler's library for Node alone has no WebAssembly; what is needed of it is this.
declare const WebAssembly: {
  instantiate(binary: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

/** What the package's own entry does; Node 20 cannot import a .wasm file as a module. */
async function instantiate(): Promise<void> {
  const entry = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(await readFile(entry.replace(/\.js$/, '_bg.wasm')), {
    './schema_engine_bg.js': engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
