/** `npm start` as a shell starts it, and as it refuses to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { lineOf } from '../support/lines-of.ts';
import { programFile } from '../support/program.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

export type Settings = Record<'PORT' | 'OUTLOOK_PORT' | 'PLAYGROUND_PORT' | 'DATA_DIR', string> &
  Record<string, string>;

/** In a process group of its own, as a shell does it. Answers when the one line has come, after "Startar …". */
export async function npmStart(settings: Settings): Promise<{ npm: ChildProcess; line: string; program: number }> {
  const npm = spawn('npm', ['start'], {
    cwd,
    detached: true,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => signalGroup(npm, 'SIGKILL'));
  const ready = lineOf(npm, /^Sandbox ready/);
  await lineOf(npm, /^Startar …$/);
  const line = await ready;
  const owner = await readFile(join(settings.DATA_DIR, 'owner.json'), 'utf8');
  return { npm, line, program: z.object({ pid: z.int() }).parse(JSON.parse(owner)).pid };
}

/** What Ctrl-C does: everybody in the group hears it. Nothing happens when they are all gone. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** What is said on the way out, and the exit code. */
export async function refusalOf(settings: Settings): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [programFile('sandbox/main.ts')], {
    cwd,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = text(child.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said: await said };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
