/**
 * Carries out what has become due, a few seconds after its time at most, and at once when the sandbox moves its clock.
 */
import type { Database } from '../../domain/ports.ts';
import { type Act, newAct } from '../act.ts';
import type { Log } from '../log/log.ts';
import type { Dispatch } from './dispatch.ts';

const EVERY_MS = 2_000;
const AT_A_TIME = 100;

type Item = { id: string; kind: string; caseId: string | null; subjectId: string | null };

export type Sweeper = { sweep(): Promise<void>; stop(): Promise<void> };

export function startSweeper(database: Database, dispatch: Dispatch, log: Log): Sweeper {
  let sweeping: Promise<void> | null = null;

  async function sweepAll(): Promise<void> {
    for (;;) {
      const due = await database.transaction((store) => store.takeDue(AT_A_TIME));
      for (const item of due) await carryOut(item);
      if (due.length < AT_A_TIME) return;
    }
  }

  /** One that cannot be carried out must not stand in the way of the others. */
  async function carryOut(item: Item): Promise<void> {
    try {
      await dispatch(actOfItem(item));
    } catch {
      // The dispatcher has logged it.
      const isOver = await database.transaction((store) => store.failDue(item.id));
      if (isOver) log.error('due.dead', { kind: item.kind });
    }
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
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}

/** Two copies may take the same item: its id makes it one act all the same. */
const actOfItem = ({ id, kind, caseId, subjectId }: Item): Act => newAct('due', kind, id, { caseId, subjectId });
