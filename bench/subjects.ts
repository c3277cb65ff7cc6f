import pg from 'pg';
import type { BenchDatabases } from './bench-databases.ts';
import type { ConnectorSink } from './connector-sink.ts';
import { CONVENER, type HeldCard, typed } from './guide-step.ts';
import type { Client } from './post.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** What a measurement works with; `started` undoes what it starts. */
export type Bench = {
  databases: BenchDatabases;
  client: Client;
  sink: ConnectorSink;
  started: (() => Promise<void> | void)[];
};

/** What is measured: a server in its own process, and the cards that are pressed on it. */
export type Subject = {
  name: string;
  server: ServerProcess;
  cards: HeldCard[];
  /** Presses in a block. */
  block: number;
  /** Waits until everything that the presses set going is done. */
  settle(): Promise<void>;
  /** Throws when the server did less than it was asked to. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** About as much time for each kind, so that the cheap ones are pressed often enough for a p99. */
const BLOCKS = { echo: 120, hold: 40, run: 12 };
const SETTLE_MS = 60_000;
const LOOK_EVERY_MS = 5;

export async function openEcho(cards: number): Promise<Subject> {
  const server = await startServer(new URL('./servers/echo-server.ts', import.meta.url));
  return {
    name: 'bare invoke echo',
    server,
    block: BLOCKS.echo,
    cards: Array.from({ length: cards }, () => ({ posting: 'posting', turn: 'turn', presses: 0 })),
    settle: async () => {},
    check: async () => {},
    close: async () => {},
  };
}

type GuideOptions = {
  name: string;
  effects: 'run' | 'hold';
  url: string;
  cards: number;
  client: Client;
  serviceUrl: string;
  fill?: (database: pg.Client) => Promise<void>;
};

/** The program with as many cases as `cards`, all of one convener, and what `fill` puts in beside them. */
export async function openGuide({
  name,
  effects,
  url,
  cards,
  client,
  serviceUrl,
  fill,
}: GuideOptions): Promise<Subject> {
  const server = await startServer(new URL('./servers/guide-server.ts', import.meta.url), [url, effects]);
  const database = new pg.Client({ connectionString: url });
  // Broken off by Ctrl-C, its database is dropped under it.
  database.on('error', () => undefined);
  await database.connect();
  const count = async (sql: string) => Number((await database.query<{ n: string }>(sql)).rows[0]?.n);

  const subject = {
    name,
    server,
    cards: [] as HeldCard[],
    block: BLOCKS[effects],
    async settle() {
      if (effects === 'hold') return;
      const until = performance.now() + SETTLE_MS;
      while ((await count(`SELECT count(*) AS n FROM pgboss.job WHERE state < 'completed'`)) > 0) {
        if (performance.now() > until) throw new Error(`${name}: effects are not done after ${SETTLE_MS} ms`);
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
      }
    },
    async check() {
      const presses = subject.cards.reduce((sum, card) => sum + card.presses, 0);
      const audited = await count(`SELECT count(*) AS n FROM "Audit" WHERE act = 'start.back' AND outcome = 'ok'`);
      if (audited !== presses) throw new Error(`${name}: ${presses} presses, ${audited} in the audit`);
    },
    close: () => database.end(),
  };
  try {
    await fill?.(database);
    for (let n = 0; n < cards; n += 1) await client.post(server.port, typed(serviceUrl, 'nytt Västbus'));
    const own = `SELECT "id" AS posting, "turn" FROM "Posting" WHERE "personId" = $1`;
    const { rows } = await database.query<{ posting: string; turn: string }>(own, [CONVENER]);
    subject.cards = rows.map((row) => ({ ...row, presses: 0 }));
    if (rows.length !== cards) throw new Error(`${name}: ${rows.length} cases instead of ${cards}`);
    await subject.settle();
    return subject;
  } catch (error) {
    await subject.close();
    throw error;
  }
}
