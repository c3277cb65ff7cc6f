/** The queue of an open database: work on it, wake it, stop it. */
import type { HandleEffect } from '../domain/ports.ts';
import { asAway } from './away.ts';
import type { Engine } from './engine.ts';
import { addJobs, createBoss, type NewJob, QUEUES, type QueueDb, startBoss } from './queue.ts';
import { startWorker, type Worker } from './worker.ts';

export type Jobs = {
  /**
   * Starts handling effects, so many at once that somebody waits for, as many cards, and so many of the others (one
   * unless told). A handler that throws gets its job again after a second; it must bear being called twice.
   */
  startWorker(handle: HandleEffect, options: { concurrency: number; background?: number }): void;
  /** Looks for jobs now: after a commit that queued some. */
  wake(): void;
  /** Milliseconds since the worker last got an answer from the queue; 0 before it has started. */
  sincePulled(): number;
  /** Stops taking jobs; `drain` (default true) waits for those at work. */
  stop(options?: { drain?: boolean }): Promise<void>;
};

export type OpenJobs = Jobs & { add(db: QueueDb, jobs: readonly NewJob[]): Promise<void> };

/** What pg-boss moves to its archive, and takes away from there, is one statement however much has gathered. */
const CLEARS_AWAY = /\.archive\b/;

export async function openJobs(engine: Engine, onError: (error: unknown) => void): Promise<OpenJobs> {
  const pending = new Set<Promise<unknown>>();
  // Its tables are made and brought up to date first.
  let isStarting = true;
  const db: QueueDb = {
    executeSql(text, values) {
      const query = engine.executeSql(text, values, isStarting || CLEARS_AWAY.test(text)).catch((error: unknown) => {
        throw asAway(error);
      });
      pending.add(query);
      const forget = () => pending.delete(query);
      query.then(forget, forget);
      return query;
    },
  };
  // Where nobody else can be at work there is nobody to die, so looking after old rows is enough.
  const boss = createBoss(db, engine.exclusive ? 60 : 1);
  boss.on('error', onError);
  await startBoss(boss);
  isStarting = false;
  if (engine.exclusive) await putBackActive(db);

  const workers: Worker[] = [];
  return {
    add: (transaction, jobs) => addJobs(boss, transaction, jobs),
    startWorker(handle, { concurrency, background = 1 }) {
      for (const queue of [QUEUES.person, QUEUES.cards])
        workers.push(startWorker({ boss, db, queue, handle, concurrency, onError }));
      workers.push(startWorker({ boss, db, queue: QUEUES.background, handle, concurrency: background, onError }));
    },
    wake() {
      for (const worker of workers) worker.wake();
    },
    sincePulled: () => Math.max(0, ...workers.map((worker) => performance.now() - worker.pulledAt())),
    async stop({ drain = true } = {}) {
      await Promise.all(workers.map((worker) => worker.stop({ drain })));
      await boss.stop({ graceful: false });
      await Promise.allSettled(pending);
    },
  };
}

/** The program that had these jobs is dead: we hold its folder. */
async function putBackActive(db: QueueDb): Promise<void> {
  await db.executeSql(
    `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = ANY($1) AND state = 'active'`,
    [Object.values(QUEUES)],
  );
}
