import { access, rm, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Engine } from '../engine.ts';
import { migrate } from '../migrate.ts';
import { inSession, type Session, type Statement } from '../session.ts';
import { bakedDatabase } from './baked-database.ts';
import { asFolderFault, DatabaseDamaged } from './damaged.ts';
import { lockFolder } from './folder-lock.ts';
import { MendedPGlite } from './pglite-adapter.ts';

/** PostgreSQL's own 128 MB are cleared at each opening, which then takes twice as long; the sandbox fits in this. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/**
 * Opens the database in a folder (null: in memory), made from the baked one when it is new.
 * PGlite does not flush to disk: it survives a killed program, not a power cut. Never production's database.
 */
export async function openPGlite(folder: string | null): Promise<Engine> {
  const leave = folder ? await lockFolder(folder) : async () => {};
  try {
    const database = folder
      ? await openFolder(folder)
      : await PGlite.create({ loadDataDir: await bakedDatabase(), startParams });
    await database.exec(`SET TIME ZONE 'UTC'`);
    await migrate({ query: (sql, values) => database.query(sql, values), script: (sql) => database.exec(sql) });
    return {
      adapter: new MendedPGlite(database),
      transaction: (work) => inTransaction(database, work),
      executeSql: (text, values) => executeSql(database, text, values),
      exclusive: true,
      async close() {
        await database.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw folder ? asFolderFault(error, folder) : error;
  }
}

/** A first start that was broken off halfway leaves files without the mark, and begins anew. */
async function openFolder(folder: string): Promise<PGlite> {
  const dataDir = `${folder}/data`;
  const mark = `${folder}/complete`;
  const isComplete = await access(mark).then(
    () => true,
    () => false,
  );
  if (isComplete) return openComplete(folder, dataDir);
  await rm(dataDir, { recursive: true, force: true });
  const database = await PGlite.create({ dataDir, loadDataDir: await bakedDatabase(), startParams });
  await writeFile(mark, '');
  return database;
}

/** Without this file PGlite would make a new, empty database over what is left of the old one. */
async function openComplete(folder: string, dataDir: string): Promise<PGlite> {
  try {
    await access(`${dataDir}/PG_VERSION`);
    return await PGlite.create({ dataDir, startParams });
  } catch {
    throw new DatabaseDamaged(folder);
  }
}

/** PGlite begins, commits and rolls back, and throws where COMMIT does not commit. */
const inTransaction = <T>(database: PGlite, work: (session: Session) => Promise<T>): Promise<T> =>
  database.transaction(async (open) => {
    const carry = async ({ text, values = [] }: Statement) => (await open.query(text, [...values])).rows;
    const { result, sent } = await inSession(carry, work);
    await sent;
    return result;
  });

/**
 * Several statements bring their own BEGIN and COMMIT. Within PGlite's transaction these do no harm (a warning),
 * nothing else comes in between, and one that fails does not leave the only session in a broken transaction.
 */
async function executeSql(database: PGlite, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  if (values) return database.query(text, values);
  const results = await database.transaction((session) => session.exec(text));
  return results.at(-1) ?? { rows: [] };
}
