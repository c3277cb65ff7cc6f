import type { Cost } from './figures.ts';
import type { Subject } from './subjects.ts';

export type Press = (subject: Subject, card: Subject['cards'][number]) => Promise<number>;

/**
 * One block: `requests` presses, `concurrency` at a time, each on a case of its own. CPU time counts until the last
 * effect is done.
 */
export async function measureBlock(
  subject: Subject,
  press: Press,
  requests: number,
  concurrency: number,
): Promise<Cost> {
  const latencies: number[] = [];
  const before = await subject.server.cpuMs();
  let left = requests;
  const pressOn = async (card: Subject['cards'][number]) => {
    while (left > 0) {
      left -= 1;
      latencies.push(await press(subject, card));
    }
  };
  await Promise.all(subject.cards.slice(0, concurrency).map(pressOn));
  await subject.settle();
  return { cpuMs: (await subject.server.cpuMs()) - before, requests, latencies };
}

/** Blocks of all subjects by turns, every other round in reverse order, for `seconds` and at least `rounds` rounds. */
export async function measureInterleaved(
  subjects: readonly Subject[],
  press: Press,
  { concurrency, seconds, rounds }: { concurrency: number; seconds: number; rounds: number },
): Promise<Map<Subject, Cost[]>> {
  const costs = new Map(subjects.map((subject) => [subject, [] as Cost[]]));
  const until = performance.now() + seconds * 1_000;
  for (let round = 0; round < rounds || performance.now() < until; round += 1) {
    const order = round % 2 === 0 ? subjects : [...subjects].reverse();
    for (const subject of order)
      costs.get(subject)?.push(await measureBlock(subject, press, subject.block, concurrency));
  }
  return costs;
}
