import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxConfig } from '../bot/config/config.ts';
import { createConnector } from '../bot/http/connector.ts';
import type { KnownRoute } from '../bot/http/open-door.ts';
import { type Log, sayUnreadable } from '../bot/log/log.ts';
import { startProgram } from '../bot/serve/program.ts';
import { limitsTimes } from '../domain/limits.ts';
import { createGraphCalendar } from '../graph/calendar.ts';
import { openKeyRing } from '../prisma/crypto.ts';
import { type OpenDatabase, openDatabase } from '../prisma/database.ts';
import { databaseSentence } from '../prisma/database-sentence.ts';
import { importRegister } from '../prisma/load-register.ts';
import { asFolderFault } from '../prisma/pglite/damaged.ts';
import { openPGlite } from '../prisma/pglite/pglite.ts';
import { openPostgres } from '../prisma/postgres.ts';
import type { ParsedRegister } from '../prisma/register-file.ts';
import { type Actor, actAs } from './actor.ts';
import type { SandboxClock } from './clock.ts';
import { sandboxKeys } from './keys.ts';
import { isPlaygroundOn, localGuard } from './local-guard.ts';
import { SandboxProblem } from './problem.ts';
import { openRecord } from './record.ts';
import { windowPorts } from './teams-windows.ts';
import { turnsStrangersAway } from './who-asks.ts';

export type LocalProgram = {
  /** The database that it runs on now. */
  open(): OpenDatabase;
  /** What it answers. */
  routes(): KnownRoute[];
  stop(): Promise<void>;
  /**
   * Stops, forgets the database and starts on a new one. Throws SandboxProblem where the database is not ours to throw
   * away.
   */
  startOver(): Promise<void>;
};

type Options = { config: SandboxConfig; register: ParsedRegister; clock: SandboxClock; actor: Actor; log: Log };

/**
 * The program as in production, with the local Graph as its calendars and the Playground as its Teams. It knows of no
 * sandbox.
 */
export async function startLocalProgram(options: Options): Promise<LocalProgram> {
  const { dataDir, databaseUrl } = options.config;
  let running = await start(options);
  options.clock.onMove(() => void running.sweep().then(() => running.tidy()));
  return {
    open: () => running.open,
    routes: () => running.routes,
    stop: () => running.stop(),
    async startOver() {
      if (databaseUrl)
        throw new SandboxProblem('Databasen i DATABASE_URL töms inte härifrån: skapa en ny och starta om med den.');
      await running.stop();
      await Promise.all(
        [databaseFolder(dataDir), join(dataDir, 'outbound.jsonl')].map((path) =>
          rm(path, { recursive: true, force: true }),
        ),
      );
      running = await start(options);
    },
  };
}

const MAX_CONNECTIONS = 200;

type Running = {
  open: OpenDatabase;
  routes: KnownRoute[];
  sweep(): Promise<void>;
  tidy(): Promise<void>;
  stop(): Promise<void>;
};

async function openOwnDatabase({ config, clock, register, log }: Options): Promise<OpenDatabase> {
  const { dataDir, databaseUrl } = config;
  const onError = (error: unknown) => log.surprise('database', error);
  const keys = openKeyRing(sandboxKeys(dataDir).dataKeys, 'v2');
  try {
    const engine = await (databaseUrl ? openPostgres(databaseUrl, onError) : openPGlite(databaseFolder(dataDir)));
    const open = await openDatabase(engine, { clock, keys, onError, onUnreadable: sayUnreadable(log) });
    try {
      await importRegister(open.prisma, register);
      await open.sealTypedMails();
      return open;
    } catch (error) {
      await open.close();
      throw error;
    }
  } catch (error) {
    throw databaseUrl ? unreachable(error) : asFolderFault(error, databaseFolder(dataDir));
  }
}

async function start(options: Options): Promise<Running> {
  const { log } = options;
  const open = await openOwnDatabase(options);
  try {
    const program = await startProgram({
      ...outside(options),
      host: '127.0.0.1',
      port: options.config.port,
      maxConnections: MAX_CONNECTIONS,
      turnsAway: turnsStrangersAway,
      publicUrl: `http://127.0.0.1:${options.config.port}`,
      open,
      limits: limitsTimes(options.config.limitFactor),
      log,
      keep: options.config,
    });
    return {
      open,
      routes: program.routes,
      sweep: program.sweep,
      tidy: program.tidy,
      async stop() {
        await program.stop();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** What takes the place of Microsoft 365. */
function outside({ config, register, clock, actor }: Options) {
  const record = openRecord(config.dataDir);
  const isPlayground = isPlaygroundOn(...windowPorts(register, config.playgroundPort));
  const notificationUrl = `http://127.0.0.1:${config.port}/graph/notifications`;
  return {
    clock,
    guard: localGuard(isPlayground),
    actAs: actAs(actor),
    isPaced: false,
    channel: createConnector({ getToken: null, isAllowed: isPlayground, record, now: () => clock.now().toString() }),
    calendar: createGraphCalendar({
      clock,
      record,
      getToken: async () => 'sandbox',
      localServer: `http://127.0.0.1:${config.outlookPort}`,
      notificationUrl,
      lifecycleNotificationUrl: notificationUrl,
    }),
  };
}

function unreachable(error: unknown): unknown {
  const sentence = databaseSentence(error);
  return sentence === null ? error : new SandboxProblem(`${sentence} Or leave DATABASE_URL out.`);
}

const databaseFolder = (dataDir: string) => join(dataDir, 'database');
