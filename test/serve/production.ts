/**
 * Production on this machine: its settings, a database with the register in it, and the program as a process of its
 * own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readServeConfig, type ServeConfig } from '../../bot/config/config.ts';
import { createConnector } from '../../bot/http/connector.ts';
import type { Channel } from '../../domain/ports.ts';
import { madeUpRegister, playgroundUser } from '../../sandbox/register.ts';
import { createPostgres, type TestDatabase } from '../support/databases.ts';
import { APP_ID } from '../support/framework-tokens.ts';
import { programFile } from '../support/program.ts';
import type { Someone } from '../support/teams-client.ts';
import type { TeamsSink } from '../support/teams-sink.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A convener. */
export const karin: Someone = playgroundUser(madeUpRegister(1));

/** Every setting that production needs; `LOG_LEVEL` keeps the tests' output quiet. */
export const settings = (databaseUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_PASSWORD: 'not-a-real-secret',
  MICROSOFT_APP_TENANT_ID: karin.tenantId,
  ALLOWED_TENANTS: karin.tenantId,
  PUBLIC_URL: 'https://bot.example',
  DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  LOG_KEY: Buffer.alloc(32, 9).toString('base64'),
  GRAPH_TENANT_ID: karin.tenantId,
  GRAPH_CLIENT_ID: APP_ID,
  GRAPH_CLIENT_SECRET: 'not-a-real-secret',
  // People in tests press at the pace of a machine.
  LIMIT_FACTOR: '1000',
  LOG_LEVEL: 'error',
});

/** As `npm run serve` reads them, on a port that is free. */
export function configOf(env: Record<string, string>): ServeConfig {
  const reading = readServeConfig(env);
  if (!reading.ok) throw new Error(reading.missing.join('\n'));
  return { ...reading.config, port: 0 };
}

export type ProductionDatabase = TestDatabase & { url: string };

export async function emptyDatabase(): Promise<ProductionDatabase> {
  const place = await createPostgres();
  if (place.location.kind !== 'postgres') throw new Error('production runs on PostgreSQL');
  return { ...place, url: place.location.url };
}

/** A database that `npm run import` has loaded the register into, with DATABASE_URL as its only setting. */
export async function importedDatabase(): Promise<ProductionDatabase> {
  const place = await emptyDatabase();
  const ended = await endOf(run('prisma/import-register.ts', { DATABASE_URL: place.url }, ['sandbox/register.json']));
  if (ended.code !== 0) throw new Error(ended.errors + ended.output);
  return place;
}

type Env = Record<string, string>;
const start = (command: string, args: string[], cwd: string, env: Env, detached = false): ChildProcess =>
  spawn(command, args, { cwd, detached, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });

/** A program of ours with these settings and nothing else of this environment. */
export const run = (file: `${string}.ts`, env: Env, args: string[] = []): ChildProcess =>
  start(process.execPath, [programFile(file), ...args], ROOT, env);

/** As its sources stand in a folder. */
export const runIn = (folder: string, file: `${string}.ts`, env: Env, args: string[] = []): ChildProcess =>
  start(process.execPath, ['--import', 'tsx', file, ...args], folder, env);

/** `npm run serve`, word for word, in a process group of its own. */
export const npmRunServe = (env: Env): ChildProcess => start('npm', ['run', '-s', 'serve'], ROOT, env, true);

export async function endOf(child: ChildProcess): Promise<{ code: number | null; output: string; errors: string }> {
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  await once(child, 'close');
  return { code: child.exitCode, output, errors };
}

/** The Teams connector as a sink on this machine: whatever address a message is for, it arrives there. */
export function channelTo(sink: TeamsSink): Channel {
  const connector = createConnector({ getToken: null, isAllowed: () => true, now: () => '' });
  const there = { serviceUrl: sink.serviceUrl };
  return {
    post: (to, ...rest) => connector.post({ ...to, ...there }, ...rest),
    update: (at, ...rest) => connector.update({ ...at, ...there }, ...rest),
  };
}
