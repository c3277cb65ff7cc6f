import { join } from 'node:path';
import type { SandboxConfig } from '../bot/config/config.ts';
import type { KnownRoute } from '../bot/http/open-door.ts';
import type { OpenDatabase } from '../prisma/database.ts';
import { lockFolder } from '../prisma/pglite/folder-lock.ts';
import { openActor } from './actor.ts';
import { openSandboxClock } from './clock.ts';
import { openFaults } from './faults.ts';
import { openGraph } from './graph/local-graph.ts';
import { mailboxOwners } from './mailbox-owners.ts';
import { outlookPages } from './outlook-pages.ts';
import { createOutlookServer, listenOnOutlookPort } from './outlook-server.ts';
import { isPortFree } from './port.ts';
import { portTaken } from './problem.ts';
import { startLocalProgram } from './program.ts';
import { madeUpRegister, playgroundUser } from './register.ts';
import { sandboxLog } from './sandbox-log.ts';
import { teamsWindows } from './teams-windows.ts';

export type Sandbox = {
  outlookUrl: string;
  /** Null with PLAYGROUND=off. */
  playgroundUrl: string | null;
  /** What the program has stored: a test puts a case there, and looks at what came of it. */
  open(): OpenDatabase;
  /** What stands open: the program's routes, and those of the mailboxes. */
  routes(): { program: KnownRoute[]; outlook: KnownRoute[] };
  stop(): Promise<void>;
};

/**
 * A Microsoft 365 on one machine with the program in it: clock, faults and actor; calendars and mailboxes; the program;
 * Teams. What was started is stopped again when a later part fails. Throws SandboxProblem, FolderFault.
 */
export async function startSandbox(config: SandboxConfig): Promise<Sandbox> {
  const started: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    for (const stop of started.reverse()) await stop();
  };
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };
  try {
    return { ...(await startParts(config, (one) => started.push(one))), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

async function startParts(config: SandboxConfig, onStop: (stop: () => Promise<void> | void) => void) {
  const { dataDir, port, outlookPort, playgroundPort } = config;
  onStop(await lockFolder(dataDir));
  await refuseTakenPorts({
    PORT: port,
    OUTLOOK_PORT: outlookPort,
    ...(config.playground && { PLAYGROUND_PORT: playgroundPort }),
  });

  const register = madeUpRegister(playgroundPort);
  const user = playgroundUser(register);
  const clock = openSandboxClock(dataDir);
  const faults = openFaults(dataDir);
  const actor = openActor(dataDir, register.people, user);

  const log = sandboxLog(config);
  const graph = openGraph({
    folder: join(dataDir, 'graph'),
    owners: mailboxOwners(register),
    tenantId: user.tenantId,
    clock,
    faults: faults.current,
  });
  onStop(() => graph.close());

  const windows = config.playground ? teamsWindows(config, register) : null;
  const startOver = async () => {
    await program.startOver();
    for (const part of [graph, faults, actor, clock]) part.startOver();
    await windows?.startOver();
  };
  let startingOver: Promise<void> | undefined;
  const pages = outlookPages({
    mailboxes: graph,
    clock,
    faults,
    actor,
    register,
    playgroundUrl: windows && `http://localhost:${playgroundPort}`,
    windows,
    // Pressed again meanwhile, it is the same one.
    restartOver() {
      startingOver ??= startOver().finally(() => {
        startingOver = undefined;
      });
      return startingOver;
    },
  });
  const outlook = createOutlookServer([...graph.routes, ...pages.routes], log);
  await listenOnOutlookPort(outlook, outlookPort);
  onStop(() => {
    pages.stream.close();
    return outlook.close();
  });

  const program = await startLocalProgram({ config, register, clock, actor, log });
  onStop(() => program.stop());
  if (windows) {
    onStop(() => windows.stop());
    await windows.start();
  }
  return {
    outlookUrl: `http://127.0.0.1:${outlookPort}`,
    playgroundUrl: windows && `http://localhost:${playgroundPort}`,
    open: () => program.open(),
    routes: () => ({ program: program.routes(), outlook: outlook.routes() }),
  };
}

/** Before anything is opened, so that the sentence comes at once. */
async function refuseTakenPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  for (const [setting, port] of Object.entries(ports)) if (!(await isPortFree(port))) throw portTaken(port, setting);
}
