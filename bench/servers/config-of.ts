import type { ServeConfig } from '../../bot/config/config.ts';
import { APP_ID } from '../../test/support/framework-tokens.ts';
import { CONVENER } from '../activities.ts';

/** The key of the bench's databases. */
export const DATA_KEYS = `bench:${Buffer.alloc(32, 1).toString('base64')}`;

/** Production's settings, made up. */
export const configOf = (databaseUrl: string): ServeConfig => ({
  host: '127.0.0.1',
  port: 0,
  maxConnections: 1_000,
  databaseUrl,
  appId: APP_ID,
  appPassword: 'not-a-real-secret',
  appTenantId: CONVENER.tenantId,
  allowedTenants: [CONVENER.tenantId],
  serviceUrlHosts: ['smba.trafficmanager.net'],
  publicUrl: 'https://bot.example',
  dataKeys: DATA_KEYS,
  sealVersion: 'v1',
  logKey: Buffer.alloc(32, 9).toString('base64'),
  graphTenantId: CONVENER.tenantId,
  graphClientId: APP_ID,
  graphClientSecret: 'not-a-real-secret',
  keepSeenHours: 48,
  keepDoneDays: 30,
  trustedProxies: [],
  // One convener at the pace of a machine.
  limitFactor: 1_000,
  logLevel: 'error',
});
