/**
 * The sandbox on ports and a folder of its own, with a sink where Teams would be: in this process, or in one that can
 * be killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSandboxConfig } from '../../bot/config/config.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import register from '../../sandbox/register.json' with { type: 'json' };
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { copyEmptyDatabase, createPostgres, hasPostgres } from './databases.ts';
import { freePort } from './free-port.ts';
import { outboundIn } from './outbound-in.ts';
import { programFile } from './program.ts';
import { type Place, teamsClient } from './teams-client.ts';
import { startTeamsSink, type TeamsSink } from './teams-sink.ts';

const personOf = (name: string) => {
  const person = register.people.find((one) => one.name === name);
  if (!person) throw new Error(`nobody in the register is called ${name}`);
  return person;
};

/** The made-up people that the stories are about. */
export const KARIN = personOf('Karin Ek');
export const SAMIRA = personOf('Samira Hägg');
export const LENA = personOf('Lena Hassel');
export const ANNA = personOf('Anna Lind');

type SandboxEnv = Record<
  'PORT' | 'OUTLOOK_PORT' | 'PLAYGROUND_PORT' | 'DATA_DIR' | 'PLAYGROUND' | 'LIMIT_FACTOR',
  string
> & {
  DATABASE_URL?: string;
};

export type TestSandbox = Awaited<ReturnType<typeof open>>;

/**
 * Without an address it has a PostgreSQL database of its own, where there is a server: what is told there is about the
 * process, and it takes half as long. `null`: PGlite in its folder, as `npm start` has it.
 */
export type SandboxOptions = { databaseUrl?: string | null; limitFactor?: number };

/** In this process: quick, and its log and database can be looked at. */
export async function openSandbox(options: SandboxOptions = {}) {
  return open(options, async (env) => {
    const reading = readSandboxConfig(env);
    if (!reading.ok) throw new Error(reading.missing.join('\n'));
    const running = await startSandbox(reading.config);
    return {
      stop: () => running.stop(),
      kill: async () => running.stop(),
      pid: process.pid,
      stored: running.open,
      routes: running.routes,
    };
  });
}

/** In a process of its own, started as `npm start` starts it, so that it can be killed at any moment. */
export async function spawnSandbox(options: SandboxOptions = {}) {
  return open(options, async (env) => {
    const child = spawn(process.execPath, [programFile('sandbox/main.ts')], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await ready(child);
    const end = (signal: NodeJS.Signals) => async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill(signal);
      await gone;
    };
    return { stop: end('SIGTERM'), kill: end('SIGKILL'), pid: child.pid ?? 0 };
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Sandbox ready')) done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => failed(new Error(`the sandbox ended (${code}):\n${said}`)));
  });
}

type Running = {
  stop(): Promise<void>;
  kill(): Promise<void>;
  pid: number;
  stored?: () => OpenDatabase;
  routes?: Sandbox['routes'];
};

async function open(options: SandboxOptions, start: (env: SandboxEnv) => Promise<Running>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'vastbus-sandbox-'));
  const own = options.databaseUrl === undefined && hasPostgres() ? await createPostgres() : null;
  const databaseUrl = own?.location.kind === 'postgres' ? own.location.url : options.databaseUrl;
  if (!databaseUrl) copyEmptyDatabase(join(dataDir, 'database'));
  const sink: TeamsSink = await startTeamsSink();
  const [port, outlookPort] = [await freePort(), await freePort()];
  const env: SandboxEnv = {
    PORT: String(port),
    OUTLOOK_PORT: String(outlookPort),
    PLAYGROUND_PORT: String(sink.port),
    PLAYGROUND: 'off',
    // People in tests press at the pace of a machine.
    LIMIT_FACTOR: String(options.limitFactor ?? 1_000),
    DATA_DIR: dataDir,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const botUrl = `http://127.0.0.1:${port}`;
  const outlookUrl = `http://127.0.0.1:${outlookPort}`;
  let running = await start(env);

  const control = async (path: string, body: unknown) => {
    const response = await fetch(`${outlookUrl}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`/sandbox/${path}: ${response.status} ${await response.text()}`);
  };
  const graph = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${outlookUrl}/v1.0${path}`, {
      method,
      headers: { Authorization: 'Bearer test', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };

  return {
    sink,
    dataDir,
    botUrl,
    outlookUrl,
    control,
    graph,
    pid: () => running.pid,
    /** What the program has stored, and where a prepared case is put. Only of one in this process. */
    stored(): OpenDatabase {
      if (!running.stored) throw new Error('the database of another process is out of reach');
      return running.stored();
    },
    /** What stands open. Only of one in this process. */
    routes(): ReturnType<Sandbox['routes']> {
      if (!running.routes) throw new Error('the routes of another process are out of reach');
      return running.routes();
    },
    /** A person in their own chat with the bot, or in another place. */
    as: (person: { id: string; tenantId: string; name: string }, place?: Place) =>
      teamsClient({ botUrl, serviceUrl: sink.serviceUrl, someone: person, ...(place ? { place } : {}) }),
    moveClock: (now: string) => control('clock', { now }),
    /** Everything that left the program. */
    outbound: () => outboundIn(dataDir),
    log: () => readFile(join(dataDir, 'program.log'), 'utf8').catch(() => ''),
    kill: () => running.kill(),
    stop: () => running.stop(),
    async restart(meanwhile?: () => Promise<void>) {
      await running.stop();
      await meanwhile?.();
      running = await start(env);
    },
    async close() {
      await running.stop();
      await sink.close();
      await own?.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
