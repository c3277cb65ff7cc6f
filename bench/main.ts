/**
 * `npm run bench`: what a guide step costs beside a bare botbuilder invoke echo, and among a million cases. `--only
 * echo` or `--only cases` measures one of them, `--cases` says how many cases, `--json` prints the figures as JSON,
 * `--profile` samples the guide step and says where its time goes. See README.md in this folder.
 */
import { parseArgs } from 'node:util';
import { openBenchDatabases } from './bench-databases.ts';
import { benchBesideEcho } from './beside-echo.ts';
import { startConnectorSink } from './connector-sink.ts';
import { benchManyCases } from './many-cases.ts';
import { openClient } from './post.ts';
import { machine, tableOf } from './report.ts';
import { stopServers } from './server-process.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    profile: { type: 'boolean', default: false },
    only: { type: 'string' },
    cases: { type: 'string', default: '1000000' },
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

async function run(): Promise<void> {
  const databases = await openBenchDatabases();
  started.push(databases.remove, stopServers);
  const sink = await startConnectorSink();
  started.push(sink.close);
  const client = openClient();
  started.push(client.close);
  const bench = { databases, client, sink, started };
  const say = (text: string) => options.json || console.log(text);

  const measuredOn = `${machine()}; ${databases.server}`;
  say(measuredOn);
  const besideEcho = options.only === 'cases' ? null : await benchBesideEcho(bench, options.profile);
  if (besideEcho) say(`\n${tableOf(besideEcho.rows)}`);
  if (besideEcho?.profile) say(`\n${besideEcho.profile}`);
  const among = options.only === 'echo' ? null : await benchManyCases(bench, Number(options.cases));
  if (among) say(`\n${among.filled.join('\n')}\n\n${tableOf(among.step)}\n\n${tableOf(among.list)}`);
  if (options.json) console.log(JSON.stringify({ measuredOn, besideEcho: besideEcho?.rows, among }, null, 2));
}

try {
  await run();
} finally {
  await endAll();
}
