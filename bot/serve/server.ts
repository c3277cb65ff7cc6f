/**
 * `npm run serve`, production: settings → database → Microsoft 365 → program → listen; or one sentence about what to
 * mend, and exit code 1.
 */
import { fileURLToPath } from 'node:url';
import { ClientSecretCredential } from '@azure/identity';
import { Temporal } from 'temporal-polyfill';
import { type Calendar, type Channel, type Clock, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import { createGraphToken } from '../../graph/credential.ts';
import { TokenRefused, toTokenError } from '../../graph/token-refused.ts';
import { type KeyRing, KeyRingFault, openKeyRing } from '../../prisma/crypto.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { generateClient } from '../../prisma/generate.ts';
import { MigrationRefused } from '../../prisma/migrate.ts';
import { readServeConfig, type ServeConfig } from '../config/config.ts';
import { createConnector } from '../http/connector.ts';
import { createGuard, isOurConnector } from '../http/guard.ts';
import { botFrameworkKeys, type KeySet } from '../http/verify-token.ts';
import { createLog, type Log } from '../log/log.ts';
import { type Program, startProgram } from './program.ts';

/** What production finds outside itself. A test hands in its own; no setting can. */
export type Surroundings = { keys: KeySet; calendar: Calendar; channel: Channel; log: Log };

/** Something that whoever runs the program can mend. The message is one sentence that says what to do. */
export class ServeProblem extends Error {}

const CONNECTOR_SCOPE = 'https://api.botframework.com/.default';
/** Below the grace time that supervisors give (10 s and more); an attempt at something outside takes 8 s at most. */
const DRAIN_MS = 9_500;

const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Listens when it resolves. Throws ServeProblem for what can be mended in the settings or around the program. */
export async function startServer(
  config: ServeConfig,
  own: Partial<Surroundings> = {},
): Promise<Pick<Program, 'port' | 'stop'>> {
  const { host, port, appId, allowedTenants, serviceUrlHosts } = config;
  const log = own.log ?? createLog({ key: config.logKey, level: config.logLevel });
  const guard = createGuard({ appId, allowedTenants, serviceUrlHosts, keys: own.keys ?? botFrameworkKeys() });
  const channel = own.channel ?? teamsConnector(config);
  const calendar = own.calendar ?? microsoftCalendar(config);
  const open = await openSealedDatabase(config, log);
  try {
    const program = await startProgram({
      host,
      port,
      open,
      calendar,
      channel,
      clock: systemClock,
      publicUrl: config.publicUrl,
      guard,
      log,
    });
    return {
      port: program.port,
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

function teamsConnector({ appTenantId, appId, appPassword, serviceUrlHosts }: ServeConfig): Channel {
  const credential = new ClientSecretCredential(appTenantId, appId, appPassword, { retryOptions: { maxRetries: 0 } });
  return createConnector({
    // A lost network passes, a refused credential does not: the worker tells them apart by these classes.
    getToken: () =>
      credential.getToken(CONNECTOR_SCOPE).then(
        ({ token }) => token,
        (error: unknown) => {
          throw toTokenError(error) instanceof TokenRefused
            ? new RemoteRefused('token')
            : new RemoteUnreachable('token');
        },
      ),
    isAllowed: (serviceUrl) => isOurConnector(serviceUrl, serviceUrlHosts),
    now: () => systemClock.now().toString(),
  });
}

function microsoftCalendar({ graphTenantId, graphClientId, graphClientSecret, publicUrl }: ServeConfig): Calendar {
  const notificationUrl = `${publicUrl}/graph/notifications`;
  return createGraphCalendar({
    clock: systemClock,
    getToken: createGraphToken({ tenantId: graphTenantId, clientId: graphClientId, clientSecret: graphClientSecret }),
    notificationUrl,
    lifecycleNotificationUrl: notificationUrl,
  });
}

async function openSealedDatabase({ databaseUrl, dataKeys }: ServeConfig, log: Log): Promise<OpenDatabase> {
  // Loads the client that `npm run serve` makes from the schema just before.
  const { openDatabase } = await import('../../prisma/database.ts');
  const keys = openKeyRing(dataKeys);
  const onError = (error: unknown) => log.surprise('database', error);
  const open = await openDatabase({ kind: 'postgres', url: databaseUrl, clock: systemClock, keys, onError }).catch(
    (error: unknown) => {
      throw databaseProblem(error);
    },
  );
  try {
    await checkKeys(open, keys);
    return open;
  } catch (error) {
    await open.close();
    if (!(error instanceof KeyRingFault)) throw error;
    throw new ServeProblem(
      'DATA_KEYS does not open what is sealed in the database: every key that has been the first must still be there, unchanged.',
    );
  }
}

const KEY_CHECK = 'dataKey:';
const KEY_CHECK_PLACE = 'Setting.value:dataKey';

/**
 * The database keeps one sealed word for each key that has been the current one. A key that is missing, or is another
 * one under the same id, is found here, before a text is sealed that the other copies cannot open. Throws KeyRingFault.
 */
async function checkKeys({ prisma }: OpenDatabase, keys: KeyRing): Promise<void> {
  const word = keys.seal('fits', KEY_CHECK_PLACE);
  const [, keyId] = word.split('.');
  await prisma.$transaction(
    async (tx) => {
      // Of two copies that are the first ever to start, one waits here for the other's word. Nobody who reads has to
      // wait.
      await tx.$executeRaw`LOCK TABLE "Setting" IN SHARE ROW EXCLUSIVE MODE`;
      const words = await tx.setting.findMany({ where: { key: { startsWith: KEY_CHECK } } });
      for (const { value } of words) keys.open(String(value), KEY_CHECK_PLACE);
      await tx.setting.createMany({ data: [{ key: `${KEY_CHECK}${keyId}`, value: word }], skipDuplicates: true });
    },
    { maxWait: 15_000, timeout: 15_000 },
  );
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Drivers put what happened in `code` (ECONNREFUSED, 28P01: wrong password, 3D000: no such database …), or throw a bare
 * Error with a few words.
 */
function databaseProblem(error: unknown): unknown {
  if (error instanceof MigrationRefused) return new ServeProblem(error.message);
  const cause = codeOf(error) || (error instanceof Error && error.constructor === Error ? error.message : '');
  if (cause === '') return error;
  return new ServeProblem(
    `The database in DATABASE_URL cannot be used (${cause}): see that it runs, and that address, user and password are right.`,
  );
}

function listenProblem(error: unknown, { host, port }: ServeConfig): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new ServeProblem(`Port ${port} is in use: stop the program that has it, or choose another one with PORT.`);
  if (code === 'EACCES') return new ServeProblem(`Port ${port} is not for this user: choose one above 1023 with PORT.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code))
    return new ServeProblem(
      `HOST (${host}) is not an address of this machine (${code}): 127.0.0.1 is reached from here only, 0.0.0.0 from everywhere.`,
    );
  return error;
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
  await generateClient().catch(() =>
    refuse('prisma/generated cannot be made here: run "npm run generate" where the program is installed.'),
  );
  const server = await startServer(config, { log }).catch((error: unknown) => {
    if (error instanceof ServeProblem) return refuse(error.message);
    log.surprise('start', error);
    return refuse('The program could not start: the last line of the log says where.');
  });
  log.info('serve.ready', { port: server.port });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stopInTime(server, log));
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
