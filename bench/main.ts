/**
 * `npm run bench`: what acts cost beside an echo that checks the same token. `--beside <checkout>` measures another
 * checkout in the same run, `--only cases` the program among a million cases (`--cases`), `--acts 20000` whether it
 * grows. `--rounds`, `--json`, `--profile`: see README.md in this folder.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startFramework } from '../test/support/framework-tokens.ts';
import { benchActs } from './acts.ts';
import { openBenchDatabases } from './bench-databases.ts';
import { startConnectorSink } from './connector-sink.ts';
import { benchManyCases } from './many-cases.ts';
import { benchMemory, memoryTable } from './memory.ts';
import { openClient } from './post.ts';
import type { Bench } from './programs.ts';
import { machine, tableOf } from './report.ts';
import { stopServers } from './server-process.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    only: { type: 'string' },
    beside: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    cases: { type: 'string', default: '1000000' },
    acts: { type: 'string' },
  },
});

const started: (() => Promise<void> | void)[] = [];
let ending: Promise<void> | undefined;

/** Undoes everything, the last first; what cannot be undone does not stop the rest. */
function endAll(): Promise<void> {
  ending ??= (async () => {
    for (const end of started.reverse()) await Promise.resolve(end()).catch((error: unknown) => console.error(error));
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endAll().finally(() => process.exit(1)));

async function openBench(): Promise<Bench> {
  const databases = await openBenchDatabases();
  started.push(databases.remove, stopServers);
  const sink = await startConnectorSink();
  started.push(sink.close);
  const framework = await startFramework(new Date());
  const client = openClient(await framework.token());
  started.push(client.close);
  return { databases, client, sink, keys: framework.keys.jwks() ?? { keys: [] }, started };
}

async function run(): Promise<void> {
  const bench = await openBench();
  const say = (text: string) => options.json || console.log(text);
  const rounds = Number(options.rounds);
  const measuredOn = `${machine()}; ${bench.databases.server}`;
  say(`${measuredOn}\n`);

  if (options.acts) {
    const memory = await benchMemory(bench, Number(options.acts));
    say(memoryTable(memory));
    if (options.json) console.log(JSON.stringify({ measuredOn, memory }, null, 2));
  } else if (options.only === 'cases') {
    const among = await benchManyCases(bench, Number(options.cases), rounds);
    say(`${among.filled.join('\n')}\n\n${tableOf(among.rows)}`);
    if (options.json) console.log(JSON.stringify({ measuredOn, among }, null, 2));
  } else {
    const beside = options.beside ? resolve(options.beside) : undefined;
    const { rows, profile } = await benchActs(bench, { beside, rounds, isProfiled: options.profile });
    say(tableOf(rows));
    if (profile) say(`\n${profile}`);
    if (options.json) console.log(JSON.stringify({ measuredOn, rows }, null, 2));
  }
}

try {
  await run();
} finally {
  await endAll();
}
