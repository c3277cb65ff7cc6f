/**
 * Carries out what has become due, a few seconds after its time at most, and at once when the sandbox moves its clock.
 */
import { type Database, DatabaseAway, type DueItem } from '../../domain/ports.ts';
import { type Act, newAct } from '../act.ts';
import type { Log } from '../log/log.ts';
import type { Dispatch } from './dispatch.ts';

const EVERY_MS = 2_000;
const AT_A_TIME = 100;
/** Cases at once. */
const SIDE_BY_SIDE = 4;

/** `sinceSwept`: milliseconds since the database last said what is due. */
export type Sweeper = { sweep(): Promise<void>; sinceSwept(): number; stop(): Promise<void> };

export function startSweeper(database: Database, dispatch: Dispatch, log: Log): Sweeper {
  let sweeping: Promise<void> | null = null;
  let sweptAt = performance.now();
  const telling = new Set<Promise<unknown>>();

  async function sweepAll(): Promise<void> {
    const stuck = new Set<string>();
    for (;;) {
      const due = await database.transaction((store) => store.takeDue(AT_A_TIME, [...stuck]), 'background');
      sweptAt = performance.now();
      const cases = [...groupByCase(due)];
      const next = async (): Promise<void> => {
        for (let one = cases.shift(); one; one = cases.shift()) {
          const [key, items] = one;
          if (!(await carryOutAll(items))) stuck.add(key);
          sweptAt = performance.now();
        }
      };
      // All of them, also where one fails: what goes on would be beside the next sweep.
      const ends = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, next));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      if (due.length < AT_A_TIME) return;
    }
  }

  /** In their order. False where the database cannot be had for this case just now: the next sweep goes on with it. */
  async function carryOutAll(items: readonly DueItem[]): Promise<boolean> {
    for (const item of items) {
      try {
        await dispatch(actOfItem(item));
      } catch (failure) {
        // The dispatcher has logged it.
        if (failure instanceof DatabaseAway) return false;
        await giveUp(item);
      }
    }
    return true;
  }

  /** One that cannot be carried out must not stand in the way of the others. */
  async function giveUp(item: DueItem): Promise<void> {
    const overAt = await database.transaction(
      async (store) => ((await store.failDue(item.id)) ? store.now : null),
      'background',
    );
    if (!overAt) return;
    log.error('due.dead', { kind: item.kind });
    const { id, caseId, subjectId } = item;
    // Tried again by hand it may be given up once more, and that is told too.
    const key = `${id}:${overAt}`;
    // Logged by the dispatcher. A result is tried for a minute: the others do not wait for that.
    const told = dispatch(newAct('result', 'givenUp', key, { caseId, subjectId })).catch(() => undefined);
    telling.add(told);
    void told.then(() => telling.delete(told));
  }

  const sweep = (): Promise<void> => {
    sweeping ??= sweepAll()
      .catch((failure) => log.surprise('sweep', failure))
      .finally(() => {
        sweeping = null;
      });
    return sweeping;
  };

  const timer = setInterval(sweep, EVERY_MS);
  return {
    sweep,
    sinceSwept: () => performance.now() - sweptAt,
    async stop() {
      clearInterval(timer);
      await sweeping;
      await Promise.all(telling);
    },
  };
}

function groupByCase(items: readonly DueItem[]): Map<string, DueItem[]> {
  const groups = new Map<string, DueItem[]>();
  for (const item of items) {
    const key = item.caseId ?? item.subjectId ?? item.id;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Two copies may take the same item: its id makes it one act all the same. */
const actOfItem = ({ id, kind, caseId, subjectId }: DueItem): Act => newAct('due', kind, id, { caseId, subjectId });
