import type { Cost } from './figures.ts';
import type { ServerProcess } from './server-process.ts';

/** One kind of request to one server. */
export type Subject = {
  name: string;
  server: ServerProcess;
  /** Requests in a block: about as much time for each kind. */
  block: number;
  /** Asks once, on a case of the lane's own; milliseconds until it is answered. Throws when it is not. */
  ask(lane: number): Promise<number>;
  /** Waits until everything that the requests set going is done. */
  settle(): Promise<void>;
};

/** One block, `atOnce` requests at a time. CPU time counts until the last effect is done. */
export async function measureBlock(subject: Subject, requests: number, atOnce: number): Promise<Cost> {
  const latencies: number[] = [];
  const before = await subject.server.cpuMs();
  const began = performance.now();
  let left = requests;
  const askOn = async (_: unknown, lane: number) => {
    while (left > 0) {
      left -= 1;
      latencies.push(await subject.ask(lane));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  const ms = performance.now() - began;
  await subject.settle();
  return { cpuMs: (await subject.server.cpuMs()) - before, requests, ms, latencies };
}

/** Blocks of all subjects by turns, every other round in reverse order; the first round warms up and does not count. */
export async function measureInterleaved(
  subjects: readonly Subject[],
  { atOnce, rounds }: { atOnce: number; rounds: number },
): Promise<Map<Subject, Cost[]>> {
  const costs = new Map(subjects.map((subject) => [subject, [] as Cost[]]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? subjects : [...subjects].reverse();
    for (const subject of order) {
      const cost = await measureBlock(subject, subject.block, atOnce);
      if (round > 0) costs.get(subject)?.push(cost);
    }
  }
  return costs;
}
