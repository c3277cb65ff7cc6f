/** What acts cost beside an echo that checks the same token, here and in another checkout. */
import type { Cost } from './figures.ts';
import { measureBlock, measureInterleaved, type Subject } from './measure.ts';
import { type Bench, openProgram } from './programs.ts';
import { type Row, rowOf } from './report.ts';
import { echo, guideStep, notification, sweep, typedWord, visa } from './requests.ts';
import { addStandingCases } from './standing-cases.ts';
import { topCosts } from './top-costs.ts';

const AT_ONCE = 4;
/** The convener's own: what "mina ärenden" lists. */
const CASES = 200;
const PROFILED = 800;

export type ActsOptions = { beside: string | undefined; rounds: number; isProfiled: boolean };

export async function benchActs(
  bench: Bench,
  { beside, rounds, isProfiled }: ActsOptions,
): Promise<{ rows: Row[]; profile: string | null }> {
  const floor = await echo(bench);
  const here = await subjectsOf(bench, process.cwd());
  const there = beside ? await subjectsOf(bench, beside) : null;

  const rows: Row[] = [];
  for (const atOnce of [1, AT_ONCE]) {
    const mine = atOnce === 1 ? here.subjects : here.subjects.slice(0, here.atOnce);
    const others = atOnce === 1 ? there?.subjects : there?.subjects.slice(0, here.atOnce);
    const costs = await measureInterleaved([floor, ...mine, ...(others ?? [])], { atOnce, rounds });
    const blocksOf = (subject: Subject | undefined): Cost[] | undefined => subject && costs.get(subject);
    const floorBlocks = blocksOf(floor) ?? [];
    rows.push(rowOf(floor.name, atOnce, floorBlocks));
    for (const [n, subject] of mine.entries()) {
      const other = blocksOf(others?.[n]);
      rows.push(rowOf(subject.name, atOnce, blocksOf(subject) ?? [], { floor: floorBlocks, beside: other }));
      if (other) rows.push(rowOf('  in the other checkout', atOnce, other, { floor: floorBlocks }));
    }
  }
  await here.check();
  await there?.check();
  return { rows, profile: isProfiled ? await profileOf(here.subjects[0]) : null };
}

/** The first `atOnce` of them are measured several at a time, too. */
async function subjectsOf(bench: Bench, root: string) {
  const held = await openProgram(bench, { root, effects: 'hold', cases: AT_ONCE });
  const heldCases = await addStandingCases(held.databaseUrl);
  const whole = await openProgram(bench, { root, effects: 'run', cases: CASES });
  const standing = await addStandingCases(whole.databaseUrl);
  const subjects = [
    guideStep(bench, held, 'guide step, answered', 100),
    visa(bench, held, heldCases),
    guideStep(bench, whole, 'guide step, and its card updated in Teams', 24),
    typedWord(bench, whole, 'hjälp', 'typed word, and its card in the chat'),
    notification(bench, whole, standing),
    typedWord(bench, whole, 'mina ärenden', `"mina ärenden" of ${CASES}`),
    sweep(whole, standing),
  ];
  const check = () => Promise.all([held.check(), whole.check()]);
  return { subjects, atOnce: 3, check };
}

async function profileOf(subject: Subject | undefined): Promise<string | null> {
  if (!subject) return null;
  await subject.server.profile();
  await measureBlock(subject, PROFILED, 1);
  const file = await subject.server.profile();
  return `${file}\n${await topCosts(file, PROFILED)}`;
}
