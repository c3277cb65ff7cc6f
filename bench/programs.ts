import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { JSONWebKeySet } from 'jose';
import pg from 'pg';
import { CONVENER, type HeldCard, typed } from './activities.ts';
import type { BenchDatabases } from './bench-databases.ts';
import type { ConnectorSink } from './connector-sink.ts';
import type { Client } from './post.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** What a measurement works with; `started` undoes what it starts. */
export type Bench = {
  databases: BenchDatabases;
  client: Client;
  sink: ConnectorSink;
  keys: JSONWebKeySet;
  started: (() => Promise<void> | void)[];
};

/** The program of a checkout in its own process, with a database of its own and the cards that are pressed on it. */
export type Program = {
  server: ServerProcess;
  database: pg.Client;
  databaseUrl: string;
  cards: HeldCard[];
  /** Waits until no effect is left to be done. */
  settle(): Promise<void>;
  /** Throws when the program did less than it was asked to. */
  check(): Promise<void>;
};

const SETTLE_MS = 120_000;
const LOOK_EVERY_MS = 5;

type Options = {
  root: string;
  /** Whether effects are carried out, or left in their queue. */
  effects: 'run' | 'hold';
  cases: number;
  fill?: (database: pg.Client) => Promise<void>;
};

/** The program with as many cases as `cards`, all of one convener, and what `fill` puts in beside them. */
export async function openProgram(bench: Bench, { root, effects, cases, fill }: Options): Promise<Program> {
  const { client, sink, keys, started } = bench;
  const databaseUrl = await bench.databases.create();
  await importRegister(root, databaseUrl);
  const settings = { root, databaseUrl, effects, sinkUrl: sink.serviceUrl, keys };
  const server = await startServer(new URL('./servers/program-server.ts', import.meta.url), settings, root);
  const database = new pg.Client({ connectionString: databaseUrl });
  // Broken off by Ctrl-C, its database is dropped under it.
  database.on('error', () => undefined);
  await database.connect();
  started.push(() => database.end());
  const count = async (sql: string) => Number((await database.query<{ n: string }>(sql)).rows[0]?.n);

  const program: Program = {
    server,
    database,
    databaseUrl,
    cards: [],
    async settle() {
      if (effects === 'hold') return;
      const until = performance.now() + SETTLE_MS;
      while ((await count(`SELECT count(*) AS n FROM pgboss.job WHERE state < 'completed'`)) > 0) {
        if (performance.now() > until) throw new Error(`effects are not done after ${SETTLE_MS} ms`);
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
      }
    },
    async check() {
      const presses = program.cards.reduce((sum, card) => sum + card.presses, 0);
      const audited = await count(`SELECT count(*) AS n FROM "Audit" WHERE act = 'start.back' AND outcome = 'ok'`);
      if (audited !== presses) throw new Error(`${presses} presses, ${audited} in the audit`);
    },
  };
  await fill?.(database);
  for (let n = 0; n < cases; n += 1) await client.say(server.port, typed('nytt Västbus'));
  const own = `SELECT "id" AS posting, "turn" FROM "Posting" WHERE "personId" = $1 AND "kind" = 'CASE' ORDER BY "id"`;
  const { rows } = await database.query<{ posting: string; turn: string }>(own, [CONVENER.id]);
  program.cards = rows.map((row) => ({ ...row, presses: 0 }));
  if (rows.length !== cases) throw new Error(`${rows.length} cases instead of ${cases}`);
  await program.settle();
  return program;
}

/** As `npm run import` does it in that checkout. */
async function importRegister(cwd: string, databaseUrl: string): Promise<void> {
  const args = ['--import', 'tsx', 'prisma/import-register.ts', 'sandbox/register.json'];
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the register could not be imported in ${cwd}`);
}
