/**
 * Takes jobs from the queue and hands each to `handle`, several at a time. pg-boss' own worker neither waits for its
 * `complete` (a lost connection would end the program) nor renews a claim, so the loop is written out here on its
 * `fetch` and `complete`.
 */
import type PgBoss from 'pg-boss';
import type { HandleEffect, JobTurn, Store } from '../domain/ports.ts';
import { keepJobs, type QueueDb } from './queue.ts';

/**
 * The worker is woken at every commit that queued something; this is for other copies' jobs and for those that had to
 * wait.
 */
const POLL_MS = 2_000;
/**
 * A handler at which the worker has looked so often (about a minute) is believed to hang; its job goes to somebody else.
 * Looks and not time: a program that stood still has not had its minute.
 */
const GIVE_UP_LOOKS = 30;
/**
 * A claim renewed so lately has time left to be renewed in: every `POLL_MS`, also while something is sent on it that
 * takes longer (Graph up to 8 seconds) than the 6 that it lasts.
 */
const SURE_MS = 2_000;

/** `pulledAt`: when it last got an answer from the queue, on the clock of `performance`. */
export type Worker = { wake(): void; pulledAt(): number; stop(options: { drain: boolean }): Promise<void> };

/** `isLost`: somebody else has been handed it. `isAside`: it holds no slot any more. */
type Claim = JobTurn & { renewedAt: number; looks: number; isLost: boolean; isAside: boolean };

export type WorkerParts = {
  boss: PgBoss;
  db: QueueDb;
  queue: string;
  handle: HandleEffect;
  concurrency: number;
  onError: (error: unknown) => void;
};

export function startWorker({ boss, db, queue, handle, concurrency, onError }: WorkerParts): Worker {
  const running = new Map<string, Claim & { work: Promise<void> }>();
  let stopped = false;
  let pulling: Promise<void> | null = null;
  let again = false;
  let pulledAt = performance.now();

  const free = (): number => concurrency - [...running.values()].filter(({ isAside }) => !isAside).length;

  async function pull(): Promise<void> {
    do {
      again = false;
      const batchSize = free();
      if (stopped) return;
      if (batchSize <= 0) {
        again = true; // as soon as one of them is done
        return;
      }
      const renewedAt = Date.now();
      const options = { batchSize, priority: false, includeMetadata: true } as const;
      const jobs = await boss.fetch<{ effectId: string }>(queue, options);
      pulledAt = performance.now();
      for (const { id, retryCount: turn, data } of jobs) {
        const own = running.get(id);
        // Expired while this program stood still, and back with it: what it is doing already goes on.
        if (own && !own.isLost) Object.assign(own, { turn, renewedAt });
        else begin({ jobId: id, turn, renewedAt, looks: 0, isLost: false, isAside: false }, data.effectId);
      }
      if (jobs.length === batchSize) again = true;
    } while (again);
  }

  function wake(): void {
    again = true;
    pulling ??= pull()
      .catch(onError)
      .finally(() => {
        pulling = null;
        if (again && free() > 0 && !stopped) wake();
      });
  }

  function begin(claim: Claim, effectId: string): void {
    const own = { ...claim, work: Promise.resolve() };
    running.set(own.jobId, own);
    own.work = run(own, effectId);
  }

  async function run(own: Claim, effectId: string): Promise<void> {
    const isOurs = async (inside?: Store) => {
      if (inside && !own.isLost && !(await inside.takeEffect(effectId, own.jobId))) return false;
      if (own.isLost || Date.now() - own.renewedAt < SURE_MS) return !own.isLost;
      // Once lost it stays so, also where the job comes back here: whoever was told so has left it.
      own.isLost = (await renew([own], inside)) === 0;
      return !own.isLost;
    };
    try {
      await handle(effectId, isOurs, () => {
        own.isAside = true;
        wake();
      });
      if (await isOurs()) await boss.complete(queue, own.jobId);
    } catch (error) {
      onError(error);
      if (await isOurs().catch(() => false)) await boss.fail(queue, own.jobId).catch(onError);
    } finally {
      if (running.get(own.jobId) === own) running.delete(own.jobId);
      if (again) wake();
    }
  }

  /** Answers how many of them it still has. */
  async function renew(claims: readonly Claim[], inside?: Store): Promise<number> {
    const renewedAt = Date.now();
    const kept = await (inside ? inside.keepJobs(claims) : keepJobs(db, claims));
    for (const claim of claims) if (kept.has(claim.jobId)) claim.renewedAt = renewedAt;
    return kept.size;
  }

  async function renewClaims(): Promise<void> {
    for (const own of running.values()) {
      own.looks += 1;
      if (own.looks > GIVE_UP_LOOKS) running.delete(own.jobId);
    }
    if (running.size > 0) await renew([...running.values()]);
  }

  const timer = setInterval(() => {
    renewClaims().catch(onError);
    wake();
  }, POLL_MS);
  wake();

  return {
    wake,
    pulledAt: () => pulledAt,
    async stop({ drain }) {
      stopped = true;
      await pulling;
      if (drain) await Promise.all([...running.values()].map(({ work }) => work));
      // Only now: claims are renewed to the end.
      clearInterval(timer);
    },
  };
}
