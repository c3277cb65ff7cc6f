/** One program at a time on a database folder: two would lose data silently. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { lock } from 'proper-lockfile';
import { z } from 'zod';

/** Its message is a sentence for whoever starts the program: what to stop or delete, and what is lost by it. */
export class FolderFault extends Error {}

export class DatabaseInUse extends FolderFault {
  constructor(folder: string) {
    super(
      `The database in ${folder} is in use by another copy of the program: stop that one first, or choose another folder with DATA_DIR.`,
    );
  }
}

/** Neither alive nor dead: whoever wrote it was cut off. */
class OwnerUnreadable extends FolderFault {
  constructor(folder: string) {
    super(
      `${folder}/owner.json cannot be read, and another copy of the program may be using the folder: stop that one; if there is none, delete ${folder}/owner.json and ${folder}/owner.lock. Nothing is lost by it.`,
    );
  }
}

const Owner = z.object({ host: z.string(), pid: z.int(), startedAt: z.string() });

/**
 * Takes the folder and answers with how to leave it. On this machine the owner's process decides, so a dead one's lock
 * is taken over at once; for a folder shared between machines it is the lock's age (proper-lockfile renews it).
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const owner = `${folder}/owner.json`;
  // Looking and taking are one step, else two starters could both take over from the same dead one.
  const leaveDoor = await lock(`${folder}/door`, {
    realpath: false,
    stale: 5_000,
    retries: { retries: 60, minTimeout: 100, maxTimeout: 100 },
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ELOCKED' ? new DatabaseInUse(folder) : error;
  });
  try {
    const state = await lookAtOwner(owner);
    if (state === 'alive') throw new DatabaseInUse(folder);
    if (state === 'dead') await rm(`${folder}/owner.lock`, { recursive: true, force: true });
    const release = await lock(`${folder}/owner`, { realpath: false, stale: 10_000 }).catch(() => {
      throw state === 'unreadable' ? new OwnerUnreadable(folder) : new DatabaseInUse(folder);
    });
    const mine: z.infer<typeof Owner> = {
      host: hostname(),
      pid: process.pid,
      startedAt: (await startOf(process.pid)) ?? '',
    };
    await writeFile(`${owner}.new`, JSON.stringify(mine));
    await rename(`${owner}.new`, owner);
    return async () => {
      await rm(owner, { force: true });
      await release();
    };
  } finally {
    await leaveDoor();
  }
}

async function lookAtOwner(file: string): Promise<'alive' | 'dead' | 'unknown' | 'unreadable'> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return 'unknown';
  const owner = readOwner(text);
  if (!owner) return 'unreadable';
  if (owner.host !== hostname()) return 'unknown';
  const startedAt = await startOf(owner.pid);
  return startedAt !== null && startedAt === owner.startedAt ? 'alive' : 'dead';
}

function readOwner(text: string): z.infer<typeof Owner> | null {
  try {
    return Owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** When a process started, as the system tells it; empty where it tells only that it runs; null when there is none. */
async function startOf(pid: number): Promise<string | null> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22 of proc(5) stat, counted after the command's name, which may hold blanks. A zombie counts as gone.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? '');
}
