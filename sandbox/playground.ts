import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { playgroundSettings } from './playground-settings.ts';
import { isPortFree } from './port.ts';
import { portTaken, SandboxProblem } from './problem.ts';

const PRELOAD = new URL('./playground-preload.mjs', import.meta.url).href;

const require = createRequire(import.meta.url);
const START_LIMIT_MS = 60_000;

/** `ended`: its program is there no more, whoever ended it. */
export type Playground = { url: string; ended: Promise<void>; stop(): Promise<void> };

export type PlaygroundOptions = {
  /** Its working folder: settings file and log stand here. */
  folder: string;
  port: number;
  /** Where activities are posted, e.g. `http://127.0.0.1:3978/api/messages`. */
  endpoint: string;
  settings: ReturnType<typeof playgroundSettings>;
};

/** Starts Microsoft's local Teams client as a child and answers when its page does. Throws SandboxProblem. */
export async function startPlayground({ folder, port, endpoint, settings }: PlaygroundOptions): Promise<Playground> {
  // With its port taken it would quietly choose another, and every stored serviceUrl would be wrong.
  if (!(await isPortFree(port))) throw portTaken(port, 'PLAYGROUND_PORT');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.m365agentsplayground.yml'), JSON.stringify(settings, null, 2));

  const url = `http://localhost:${port}`;
  const child = fork(
    require.resolve('@microsoft/m365agentsplayground/cli.js'),
    ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      execArgv: ['--import', PRELOAD],
      // It is handed nothing of ours; and without the first it calls its maker, whatever --disable-telemetry says.
      env: { APPLICATION_INSIGHTS_NO_STATSBEAT: '1', TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = () => {
    child.kill('SIGKILL');
    return ended;
  };
  if (await isAnswering(url, child)) return { url, ended, stop };
  await stop();
  const reason = join(folder, 'devTools', 'm365agentsplayground.log');
  throw new SandboxProblem(
    `The Playground did not start: its reason stands in ${reason}; PLAYGROUND=off starts the sandbox without it.`,
  );
}

async function isAnswering(url: string, child: ChildProcess): Promise<boolean> {
  const giveUpAt = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUpAt && child.exitCode === null && child.signalCode === null) {
    const page = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (page?.ok) return true;
    await pause(100);
  }
  return false;
}
