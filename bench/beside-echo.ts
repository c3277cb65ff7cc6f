/** What a guide step costs beside a bare botbuilder invoke echo. */
import { pressSave } from './guide-step.ts';
import { measureBlock, measureInterleaved, type Press } from './measure.ts';
import { type Row, rowsOf } from './report.ts';
import { type Bench, openEcho, openGuide } from './subjects.ts';
import { topCosts } from './top-costs.ts';

const CONCURRENCIES = [1, 4];
const CASES = Math.max(...CONCURRENCIES);
const WARM_UP = 160;
/** At most so long for each concurrency, and in all as long as leaves time to end before a minute has passed. */
const SECONDS = 15;
const ALL_MS = 50_000;
const ROUNDS = 3;
const PROFILED = 400;

export async function benchBesideEcho(
  { databases, client, sink, started }: Bench,
  isProfiled: boolean,
): Promise<{ rows: Row[]; profile: string | null }> {
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
    const costs = await measureInterleaved(subjects, press, {
      concurrency,
      seconds: Math.min(SECONDS, left),
      rounds: ROUNDS,
    });
    rows.push(
      ...rowsOf(
        concurrency,
        [...costs].map(([{ name }, blocks]) => ({ name, blocks })),
      ),
    );
  }
  for (const subject of subjects) await subject.check();
  if (!isProfiled) return { rows, profile: null };

  await answered.server.profile();
  await measureBlock(answered, press, PROFILED, 1);
  const file = await answered.server.profile();
  return { rows, profile: `${file}\n${await topCosts(file, PROFILED)}` };
}
