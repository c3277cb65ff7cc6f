/**
 * An empty PGlite database with every migration and the queue's own tables, packed: a new folder is up in two or three
 * seconds instead of ten. Made once for each state of the migrations and kept in the package cache.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../migrate.ts';
import { listMigrations } from '../migrations.ts';
import { installQueue } from '../queue.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/vastbus-bot', import.meta.url));

export async function bakedDatabase(): Promise<Blob> {
  const file = `${CACHE}/empty-${await fingerprint()}.tar`;
  const kept = await readFile(file).catch(() => null);
  if (kept) return new Blob([kept]);
  const packed = await bake();
  // A cache that cannot be written only costs time. The rename keeps a second starter from reading half a file.
  await keep(file, packed).catch(() => undefined);
  return packed;
}

async function bake(): Promise<Blob> {
  const database = await PGlite.create();
  try {
    await database.exec(`SET TIME ZONE 'UTC'`);
    await migrate({ query: (sql, values) => database.query(sql, values), script: (sql) => database.exec(sql) });
    await installQueue({
      executeSql: async (text, values) =>
        values ? database.query(text, values) : ((await database.exec(text)).at(-1) ?? { rows: [] }),
    });
    await database.exec('CHECKPOINT');
    return await database.dumpDataDir('none');
  } finally {
    await database.close();
  }
}

async function keep(file: string, packed: Blob): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${file}.${process.pid}`, Buffer.from(await packed.arrayBuffer()));
  await rename(`${file}.${process.pid}`, file);
}

async function fingerprint(): Promise<string> {
  const packages = ['@electric-sql/pglite', 'pg-boss'].map((name) =>
    readFile(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  const checksums = (await listMigrations()).map((migration) => migration.checksum);
  return createHash('sha256')
    .update([...(await Promise.all(packages)), ...checksums].join())
    .digest('hex')
    .slice(0, 16);
}
