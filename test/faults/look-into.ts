import { join } from 'node:path';
import type { OpenDatabase } from '../../prisma/database.ts';
import { openTestDatabase, type TestDatabase } from '../support/databases.ts';
import { KARIN, type TestSandbox } from '../support/sandbox.ts';

/** Stops the program and opens its database. The texts in it are sealed with the sandbox's own keys. */
export async function lookInto<T>(
  sandbox: TestSandbox,
  { location }: TestDatabase,
  look: (open: OpenDatabase) => Promise<T>,
): Promise<T> {
  await sandbox.stop();
  const open = await openTestDatabase(
    location.kind === 'postgres' ? location : { kind: 'pglite', folder: join(sandbox.dataDir, 'database') },
  );
  try {
    return await look(open);
  } finally {
    await open.close();
  }
}

/** Null: the sandbox has its own, PGlite. */
export const urlOf = ({ location }: TestDatabase): string | null =>
  location.kind === 'postgres' ? location.url : null;

/**
 * Until everything that was queued has been carried out. A program that stops leaves what it had not begun to the next
 * one, so it is started again until nothing is left; what never gets done fails here.
 */
export async function carriedOut(sandbox: TestSandbox, database: TestDatabase): Promise<void> {
  for (let time = 0; time < 5; time += 1) {
    await lastCard(sandbox);
    const left = await lookInto(sandbox, database, ({ prisma }) =>
      prisma.effect.count({ where: { state: { in: ['WAITING', 'SENDING'] } } }),
    );
    if (left === 0) return;
    await sandbox.restart();
  }
  throw new Error('effects are left that nobody carries out');
}

/**
 * The queue is in order: when a last card has come, everything before it has at least begun, and stopping waits for
 * that.
 */
async function lastCard({ as, sink }: TestSandbox): Promise<void> {
  const before = sink.messages.length;
  await as(KARIN).type('hjälp');
  await sink.until(() => sink.messages.length > before, 'the last card');
}
