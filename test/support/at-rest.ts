/**
 * How a story ends: nothing is still on its way out, nothing was given up, nothing surprised the program, and what was
 * said to Graph and back is what Microsoft publishes.
 */
import { expect, vi } from 'vitest';
import type { OpenDatabase } from '../../prisma/database.ts';
import type { DumpedRow } from './dump-database.ts';
import { type Exchange, misfitsOf } from './graph-shapes.ts';
import type { TestSandbox } from './sandbox.ts';

/** Ends that are meant, or known: effects and causes (`find-times network`), and where a surprise comes from. */
type Meant = { dead?: readonly string[]; surprises?: readonly string[] };

/** A sandbox, or what it left behind: its database and its log. */
type Resting = {
  stored(): Pick<OpenDatabase, 'prisma'>;
  log(): Promise<string>;
  outbound?(): Promise<(Exchange & { to: string })[]>;
};

const EAGERLY = { timeout: 60_000, interval: 25 };

/** Waits until nothing is on its way out; answers with what was given up, and why. */
export async function comeToRest(sandbox: Pick<Resting, 'stored'>): Promise<string[]> {
  const { prisma } = sandbox.stored();
  return vi.waitFor(async () => {
    const left = await prisma.effect.findMany({ where: { state: { not: 'DONE' } } });
    expect(left.filter(({ state }) => state !== 'DEAD')).toEqual([]);
    return left.map(({ kind, cause }) => `${kind} ${cause}`);
  }, EAGERLY);
}

/** Waits until everything that is due by then has been seen to, and what came of it is out. */
export async function seenToBy(sandbox: Pick<Resting, 'stored'>, now: Date): Promise<void> {
  const { prisma } = sandbox.stored();
  const isDue = { doneAt: null, dueAt: { lte: now } };
  await vi.waitFor(async () => expect(await prisma.dueItem.count({ where: isDue })).toBe(0), EAGERLY);
  await comeToRest(sandbox);
}

/** For a test that ends its sandbox itself, or by a kill. */
export async function expectAtRest(sandbox: Resting, { dead = [], surprises = [] }: Meant = {}): Promise<void> {
  expect((await comeToRest(sandbox)).filter((end) => !dead.includes(end))).toEqual([]);
  const lines = (await sandbox.log()).split('\n').filter((line) => line.includes('"surprise"'));
  const events = lines.map((line) => JSON.parse(line) as { event: string; where?: string; of?: string; kind?: string });
  const where = events.map((one) => (one.event === 'surprise' ? (one.of ?? one.where) : `${one.kind} surprise`) ?? '');
  expect(where.filter((one) => !dead.includes(one) && !surprises.includes(one))).toEqual([]);
  const sent = (await sandbox.outbound?.()) ?? [];
  expect(misfitsOf(sent.filter(({ to }) => to === 'graph'))).toEqual([]);
}

/** The clock jumps, as no real one does: what is on its way at the old time, such as a subscription, ends there. */
export async function jumpTo(sandbox: TestSandbox, now: string): Promise<void> {
  await comeToRest(sandbox);
  await sandbox.moveClock(now);
}

export const backToToday = (sandbox: TestSandbox): Promise<void> => jumpTo(sandbox, new Date().toISOString());

/** A fault of the calendars meets only what comes after it: a search for times on its way would be given up by it. */
export async function breakGraph(sandbox: TestSandbox, faults: Record<string, unknown>): Promise<void> {
  await comeToRest(sandbox);
  await sandbox.control('faults', faults);
}

/** The end of every flow. */
export async function closeAtRest(sandbox: TestSandbox | undefined, meant?: Meant): Promise<void> {
  if (!sandbox) return;
  try {
    await expectAtRest(sandbox, meant);
  } finally {
    await sandbox.close();
  }
}

/** Every row of every table, the queue's own included, once nothing is on its way. */
export async function storedRows(sandbox: TestSandbox): Promise<DumpedRow[]> {
  await comeToRest(sandbox);
  const { prisma } = sandbox.stored();
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const dumped: DumpedRow[] = [];
  for (const { name } of tables) {
    const table = name.replace(/^public\./, '').replaceAll('"', '');
    const rows = await prisma.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS row FROM ${name} t`,
    );
    dumped.push(...rows.map(({ row }) => ({ table, row, text: JSON.stringify(row) })));
  }
  return dumped;
}
