/**
 * `npm run serve`, production: settings → database → Microsoft 365 → program → listen; or one sentence about what to
 * mend, and exit code 1.
 */
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { limitsTimes } from '../../domain/limits.ts';
import type { Calendar, Channel, Clock } from '../../domain/ports.ts';
import { generateClient } from '../../prisma/generate.ts';
import { isStartedByNpm, readServeConfig, type ServeConfig } from '../config/config.ts';
import { createGuard } from '../http/guard.ts';
import { botFrameworkKeys, type KeySet } from '../http/verify-token.ts';
import { createLog, type Log } from '../log/log.ts';
import { microsoftCalendar, teamsConnector } from './microsoft-365.ts';
import { openSealedDatabase } from './open-sealed-database.ts';
import { whenParentIsGone } from './parent.ts';
import { listenProblem, ServeProblem } from './problems.ts';
import { type Program, startProgram } from './program.ts';

/** What production finds outside itself. A test hands in its own; no setting can. */
export type Surroundings = { keys: KeySet; calendar: Calendar; channel: Channel; log: Log; isPaced: boolean };

const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Below the grace time that supervisors give (10 s and more); an attempt at something outside takes 8 s at most. */
const DRAIN_MS = 9_500;

/** Listens when it resolves. Throws ServeProblem for what can be mended in the settings or around the program. */
export async function startServer(
  config: ServeConfig,
  own: Partial<Surroundings> = {},
): Promise<Pick<Program, 'port' | 'routes' | 'stop'>> {
  const { host, port, appId, allowedTenants, serviceUrlHosts } = config;
  const log = own.log ?? createLog({ key: config.logKey, level: config.logLevel });
  const guard = createGuard({ appId, allowedTenants, serviceUrlHosts, keys: own.keys ?? botFrameworkKeys() });
  const channel = own.channel ?? teamsConnector(config, systemClock);
  const calendar = own.calendar ?? microsoftCalendar(config, systemClock);
  const open = await openSealedDatabase(config, log, systemClock);
  try {
    const program = await startProgram({
      host,
      port,
      maxConnections: config.maxConnections,
      open,
      calendar,
      channel,
      isPaced: own.isPaced ?? true,
      clock: systemClock,
      publicUrl: config.publicUrl,
      guard,
      limits: limitsTimes(config.limitFactor),
      trustedProxies: config.trustedProxies,
      log,
      keep: config,
    });
    return {
      port: program.port,
      routes: program.routes,
      async stop() {
        await program.stop();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw listenProblem(error, config);
  }
}

async function serve(): Promise<void> {
  const reading = readServeConfig();
  if (!reading.ok) return refuse(reading.missing.join('\n'));
  const { config } = reading;
  const log = createLog({ key: config.logKey, level: config.logLevel });
  // Node itself would write the error's message, which may quote what somebody typed.
  process.on('uncaughtException', (error) => {
    log.surprise('process', error);
    process.exit(1);
  });
  let stop = (): void => process.exit(0);
  if (isStartedByNpm()) whenParentIsGone(() => stop());
  await generateClient().catch(() =>
    refuse('prisma/generated cannot be made here: run "npm run generate" where the program is installed.'),
  );
  const server = await startServer(config, { log }).catch((error: unknown) => {
    if (error instanceof ServeProblem) return refuse(error.message);
    log.surprise('start', error);
    return refuse('The program could not start: the last line of the log says where.');
  });
  log.info('serve.ready', { port: server.port });
  const stopping = () => void stopInTime(server, log);
  stop = stopping;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopping);
}

/** What is still under way after the limit is taken up by another copy, or by this one when it starts again. */
async function stopInTime(server: Pick<Program, 'stop'>, log: Log): Promise<void> {
  setTimeout(() => {
    log.warn('serve.cutShort');
    process.exit(1);
  }, DRAIN_MS);
  await server.stop();
  log.info('serve.stopped');
  process.exit(0);
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve();
