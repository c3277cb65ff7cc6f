/** What a guide step, and "mina ärenden" for somebody with eight cases, cost among few and among many other cases. */
import { fillCases } from './fill-cases.ts';
import { pressSave, typed } from './guide-step.ts';
import { measureBlock, measureInterleaved, type Press } from './measure.ts';
import { type Row, rowsOf } from './report.ts';
import { type Bench, openGuide, type Subject } from './subjects.ts';

const FEW = 1_000;
const OWN_CASES = 8;
const WARM_UP = 60;
const SECONDS = 20;
const ROUNDS = 5;

export type AmongMany = { filled: string[]; step: Row[]; list: Row[] };

export async function benchManyCases({ databases, client, sink, started }: Bench, many: number): Promise<AmongMany> {
  const { serviceUrl } = sink;
  const filled: string[] = [];
  const subjects: Subject[] = [];
  for (const cases of [FEW, many]) {
    const name = `among ${cases.toLocaleString('en')} cases`;
    const opened = await openGuide({
      name,
      effects: 'run',
      url: await databases.create(),
      cards: OWN_CASES,
      client,
      serviceUrl,
      async fill(database) {
        const began = performance.now();
        const rows = await fillCases(database, cases);
        const { rows: size } = await database.query<{ mb: string }>(
          'SELECT pg_database_size(current_database()) / 1000000 AS mb',
        );
        const seconds = Math.round((performance.now() - began) / 1_000);
        filled.push(`${name}: filled in ${seconds} s, ${size[0]?.mb} MB: ${JSON.stringify(rows)}`);
      },
    });
    started.push(opened.close);
    subjects.push(opened);
  }

  const step: Press = (subject, card) => pressSave(client, subject.server.port, serviceUrl, card);
  // Until the list has come to the chat: it is posted after the answer.
  const list: Press = async ({ server }) => {
    const [began, came] = [performance.now(), sink.untilReceived(sink.received() + 1)];
    await client.post(server.port, typed(serviceUrl, 'mina ärenden'));
    await came;
    return performance.now() - began;
  };
  const measure = async (what: string, press: Press) => {
    for (const subject of subjects) await measureBlock(subject, press, WARM_UP, 1);
    const costs = await measureInterleaved(subjects, press, { concurrency: 1, seconds: SECONDS, rounds: ROUNDS });
    return rowsOf(
      1,
      [...costs].map(([{ name }, blocks]) => ({ name: `${what}, ${name}`, blocks })),
    );
  };
  const measured = { filled, step: await measure('guide step', step), list: await measure('"mina ärenden"', list) };
  for (const subject of subjects) await subject.check();
  return measured;
}
