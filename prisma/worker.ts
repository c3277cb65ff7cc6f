/**
 * Takes jobs from the queue and hands each to `handle`, several at a time. pg-boss' own worker neither waits for its
 * `complete` (a lost connection would end the program) nor renews a claim, so the loop is written out here on its
 * `fetch` and `complete`.
 */
import type PgBoss from 'pg-boss';
import { QUEUE, type QueueDb } from './queue.ts';

/**
 * The worker is woken at every commit that queued something; this is for other copies' jobs and for those that had to
 * wait.
 */
const POLL_MS = 2_000;
/** A handler that runs longer than this is believed to hang; its job goes to somebody else. */
const GIVE_UP_MS = 60_000;

export type Handle = (effectId: string) => Promise<void>;
export type Worker = { wake(): void; stop(options: { drain: boolean }): Promise<void> };

export function startWorker(
  boss: PgBoss,
  db: QueueDb,
  handle: Handle,
  concurrency: number,
  onError: (error: unknown) => void,
): Worker {
  const running = new Map<string, { since: number; work: Promise<void> }>();
  let stopped = false;
  let pulling: Promise<void> | null = null;
  let again = false;

  async function pull(): Promise<void> {
    do {
      again = false;
      const free = concurrency - running.size;
      if (stopped) return;
      if (free === 0) {
        again = true; // as soon as one of them is done
        return;
      }
      const jobs = await boss.fetch<{ effectId: string }>(QUEUE, { batchSize: free, priority: false });
      for (const job of jobs) running.set(job.id, { since: Date.now(), work: run(job) });
      if (jobs.length === free) again = true;
    } while (again);
  }

  function wake(): void {
    again = true;
    pulling ??= pull()
      .catch(onError)
      .finally(() => {
        pulling = null;
        if (again && running.size < concurrency && !stopped) wake();
      });
  }

  async function run(job: PgBoss.Job<{ effectId: string }>): Promise<void> {
    try {
      await handle(job.data.effectId);
      await boss.complete(QUEUE, job.id);
    } catch (error) {
      onError(error);
      await boss.fail(QUEUE, job.id).catch(onError);
    } finally {
      running.delete(job.id);
      if (again) wake();
    }
  }

  /** Says "still at it", so that the job does not expire under a worker that lives. */
  async function renewClaims(): Promise<void> {
    const ids = [...running].filter(([, { since }]) => Date.now() - since < GIVE_UP_MS).map(([id]) => id);
    if (ids.length === 0) return;
    await db.executeSql(
      `UPDATE pgboss.job SET started_on = now() WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active'`,
      [QUEUE, ids],
    );
  }

  const timer = setInterval(() => {
    renewClaims().catch(onError);
    wake();
  }, POLL_MS);
  wake();

  return {
    wake,
    async stop({ drain }) {
      stopped = true;
      await pulling;
      if (drain) await Promise.all([...running.values()].map(({ work }) => work));
      // Only now: claims are renewed to the end.
      clearInterval(timer);
    },
  };
}
