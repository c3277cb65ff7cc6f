/** The environment, parsed. Nothing else reads it: other files are handed what they need. */
import { resolve } from 'node:path';
import { z } from 'zod';
import {
  type Env,
  guid,
  guids,
  hostNames,
  httpsUrl,
  key,
  keyRing,
  networks,
  oneOf,
  port,
  postgresUrl,
  type Reading,
  readSettings,
  secret,
  setting,
  whole,
} from './setting.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
const logLevel = setting(
  'LOG_LEVEL',
  `How much is logged: ${LOG_LEVELS.join(', ')}`,
  oneOf(LOG_LEVELS).default('info'),
);
/** Graph repeats a notification for four hours, Teams an act for minutes. */
const keepSeenHours = setting(
  'KEEP_SEEN_HOURS',
  'Hours for which an act that comes again is known as a repeat',
  whole(12, 720).default(48),
);
const keepDoneDays = setting(
  'KEEP_DONE_DAYS',
  'Days for which effects and due items that are done are kept',
  whole(1, 3_650).default(30),
);
const botPort = setting('PORT', 'Port that the bot listens on', port.default(3978));

const limitFactor = setting(
  'LIMIT_FACTOR',
  'How many times as wide the limits for people and tenants are as usual',
  whole(1, 1_000).default(1),
);

const serviceUrlHosts = setting(
  'SERVICE_URL_HOSTS',
  'Hosts of the Teams connector that answers may be sent to',
  hostNames.default(['smba.trafficmanager.net']),
);

/** Everything that production needs. No setting can switch authentication off: the app id must be a real one. */
const SERVE = {
  host: setting(
    'HOST',
    'Address that the bot listens on, behind the proxy that ends TLS',
    z.string().default('127.0.0.1'),
  ),
  port: botPort,
  databaseUrl: setting('DATABASE_URL', 'PostgreSQL database that all copies of the program share', postgresUrl),
  appId: setting('MICROSOFT_APP_ID', "The bot's application id in Entra", guid),
  appPassword: setting('MICROSOFT_APP_PASSWORD', "Client secret of the bot's application", secret(8)),
  appTenantId: setting('MICROSOFT_APP_TENANT_ID', "Tenant where the bot's application is registered", guid),
  allowedTenants: setting('ALLOWED_TENANTS', 'Tenants whose people may use the bot', guids),
  serviceUrlHosts,
  maxConnections: setting(
    'MAX_CONNECTIONS',
    'Connections that may be open to the bot at once',
    whole(1, 100_000).default(1_000),
  ),
  publicUrl: setting('PUBLIC_URL', 'Address where Microsoft 365 reaches the bot from outside', httpsUrl),
  dataKeys: setting('DATA_KEYS', 'Keys that seal the texts in the database, the current one first', keyRing),
  sealVersion: setting(
    'SEAL_VERSION',
    'How texts are sealed: v1 as long as a copy from before v2 is running, then v2',
    oneOf(['v1', 'v2']).default('v1'),
  ),
  logKey: setting('LOG_KEY', 'Key that makes case codes unreadable in the log', key),
  graphTenantId: setting('GRAPH_TENANT_ID', 'Tenant of the calendars', guid),
  graphClientId: setting('GRAPH_CLIENT_ID', 'Application id that may write in the calendars', guid),
  graphClientSecret: setting('GRAPH_CLIENT_SECRET', 'Client secret of the calendar application', secret(8)),
  keepSeenHours,
  keepDoneDays,
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    'Addresses or networks of the proxies in front, which say in X-Forwarded-For where a request comes from',
    networks.default([]),
  ),
  limitFactor,
  logLevel,
};

const SANDBOX = {
  port: botPort,
  outlookPort: setting('OUTLOOK_PORT', 'Port of the local mailboxes', port.default(3980)),
  playgroundPort: setting(
    'PLAYGROUND_PORT',
    'Port of the local Teams client; colleagues’ windows take the next ones',
    port.default(56_150),
  ),
  playground: setting(
    'PLAYGROUND',
    'Whether the local Teams client is started: on, off',
    oneOf(['on', 'off'])
      .default('on')
      .transform((text) => text === 'on'),
  ),
  dataDir: setting(
    'DATA_DIR',
    'Folder of the sandbox',
    z
      .string()
      .default('.data')
      .transform((folder) => resolve(folder)),
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    'PostgreSQL database to use instead of the one in the folder',
    postgresUrl.optional(),
  ),
  keepSeenHours,
  keepDoneDays,
  limitFactor,
  logLevel,
};

const IMPORT = {
  databaseUrl: setting('DATABASE_URL', 'PostgreSQL database to import into', postgresUrl),
  serviceUrlHosts,
  allowedTenants: setting('ALLOWED_TENANTS', 'Tenants whose people may use the bot', guids.optional()),
};

type Config<T extends Record<string, { schema: z.ZodType }>> = { [K in keyof T]: z.output<T[K]['schema']> };
export type ServeConfig = Config<typeof SERVE>;
export type SandboxConfig = Config<typeof SANDBOX>;
export type ImportConfig = Config<typeof IMPORT>;

/** Settings of `npm run serve`. */
export const readServeConfig = (env: Env = process.env): Reading<ServeConfig> => readSettings<ServeConfig>(SERVE, env);

/** Settings of `npm start`, all optional. The three ports must differ. */
export function readSandboxConfig(env: Env = process.env): Reading<SandboxConfig> {
  const reading = readSettings<SandboxConfig>(SANDBOX, env);
  if (!reading.ok) return reading;
  const ports = [reading.config.port, reading.config.outlookPort, reading.config.playgroundPort];
  return new Set(ports).size === ports.length
    ? reading
    : { ok: false, missing: ['PORT, OUTLOOK_PORT and PLAYGROUND_PORT must be three different ports.'] };
}

/** Settings of `npm run import`. */
export const readImportConfig = (env: Env = process.env): Reading<ImportConfig> =>
  readSettings<ImportConfig>(IMPORT, env);

/** Whether npm is the one to stop this process, which it does through a shell. */
export const isStartedByNpm = (env: Env = process.env): boolean => env.npm_lifecycle_event !== undefined;

/** Options that npm has kept to itself: without `--` before them it passes none on to the program. */
export const takenByNpm = (options: readonly string[], env: Env = process.env): string[] =>
  options.filter((option) => !['', 'false', undefined].includes(env[`npm_config_${option.replaceAll('-', '_')}`]));
