/** Whether the program grows with what it does: guide steps with their cards updated, and its memory on the way. */
import { measureBlock } from './measure.ts';
import { type Bench, openProgram } from './programs.ts';
import { guideStep } from './requests.ts';

const AT_ONCE = 4;
const STOPS = 10;

export type MemoryRow = { acts: number; heapMb: number; rssMb: number };

export async function benchMemory(bench: Bench, acts: number): Promise<MemoryRow[]> {
  const program = await openProgram(bench, { root: process.cwd(), effects: 'run', cases: AT_ONCE });
  const step = guideStep(bench, program, 'guide step', Math.ceil(acts / STOPS));
  const rows: MemoryRow[] = [];
  for (let stop = 0; stop <= STOPS; stop += 1) {
    if (stop > 0) await measureBlock(step, step.block, AT_ONCE);
    const { heap, rss } = await program.server.memory();
    rows.push({ acts: stop * step.block, heapMb: heap / 1e6, rssMb: rss / 1e6 });
  }
  await program.check();
  return rows;
}

export const memoryTable = (rows: readonly MemoryRow[]): string =>
  [
    ' acts  heap MB  all MB',
    ...rows.map(({ acts, heapMb, rssMb }) =>
      [String(acts).padStart(5), heapMb.toFixed(1).padStart(7), rssMb.toFixed(0).padStart(6)].join('  '),
    ),
  ].join('\n');
