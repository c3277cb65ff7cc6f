/**
 * `npm run bench`: what a guide step costs beside a bare botbuilder invoke echo. `--json` prints the figures as JSON, `--profile`
 * samples the guide step afterwards and says where its time goes. See README.md in this folder.
 */
import { parseArgs } from 'node:util';
import { openBenchDatabases } from './bench-databases.ts';
import { startConnectorSink } from './connector-sink.ts';
import { pressSave } from './guide-step.ts';
import { measureBlock, measureInterleaved, type Press } from './measure.ts';
import { openClient } from './post.ts';
import { machine, type Row, rowsOf, tableOf } from './report.ts';
import { stopServers } from './server-process.ts';
import { openEcho, openGuide } from './subjects.ts';
import { topCosts } from './top-costs.ts';

const CONCURRENCIES = [1, 4];
const CASES = Math.max(...CONCURRENCIES);
const WARM_UP = 160;
/** At most so long for each concurrency, and in all as long as leaves time to end before a minute has passed. */
const SECONDS = 15;
const ALL_MS = 50_000;
const ROUNDS = 3;
const PROFILED = 400;

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, profile: { type: 'boolean' } } });

const started: (() => Promise<void> | void)[] = [];
let ending: Promise<void> | undefined;

/** Undoes everything, the last first; what cannot be undone does not stop the rest. */
function endAll(): Promise<void> {
  ending ??= (async () => {
    for (const end of started.reverse()) await Promise.resolve(end()).catch((error: unknown) => console.error(error));
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll().finally(() => process.exit(1)));

async function run(): Promise<void> {
  const databases = await openBenchDatabases();
  started.push(databases.remove, stopServers);
  const sink = await startConnectorSink();
  started.push(sink.close);
  const client = openClient();
  started.push(client.close);
  const { serviceUrl } = sink;
  const press: Press = (subject, card) => pressSave(client, subject.server.port, serviceUrl, card);

  const echo = await openEcho(CASES);
  started.push(echo.close);
  const guide = async (name: string, effects: 'run' | 'hold') => {
    const opened = await openGuide({ name, effects, url: await databases.create(), cards: CASES, client, serviceUrl });
    started.push(opened.close);
    return opened;
  };
  const answered = await guide('guide step, answered', 'hold');
  const subjects = [echo, answered, await guide('guide step, and its card updated in Teams', 'run')];

  for (const subject of subjects) await measureBlock(subject, press, WARM_UP, CASES);
  const rows: Row[] = [];
  for (const [index, concurrency] of CONCURRENCIES.entries()) {
    const left = (ALL_MS - performance.now()) / 1_000 / (CONCURRENCIES.length - index);
    const costs = await measureInterleaved(subjects, press, { concurrency, seconds: Math.min(SECONDS, left), rounds: ROUNDS });
    rows.push(
      ...rowsOf(
        concurrency,
        [...costs].map(([{ name }, blocks]) => ({ name, blocks })),
      ),
    );
  }
  for (const subject of subjects) await subject.check();

  const measuredOn = `${machine()}; ${databases.server}`;
  console.log(options.json ? JSON.stringify({ measuredOn, rows }, null, 2) : `${measuredOn}\n\n${tableOf(rows)}`);

  if (options.profile) {
    await answered.server.profile();
    await measureBlock(answered, press, PROFILED, 1);
    const file = await answered.server.profile();
    console.log(`\n${file}\n${await topCosts(file, PROFILED)}`);
  }
}

try {
  await run();
} finally {
  await endAll();
}
