/**
 * Takes jobs from the queue and hands each to `handle`, several at a time. pg-boss' own worker neither waits for its
 * `complete` (a lost connection would end the program) nor renews a claim, so the loop is written out here on its
 * `fetch` and `complete`.
 */
import type PgBoss from 'pg-boss';
import type { HandleEffect } from '../domain/ports.ts';
import { QUEUE, type QueueDb } from './queue.ts';

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
/** A claim renewed so lately outlives whatever is sent on it: the Teams connector waits 4 of its 6 seconds. */
const SURE_MS = 2_000;

export type Worker = { wake(): void; stop(options: { drain: boolean }): Promise<void> };

/** `turn`: which time the job was handed out. */
type Claim = { jobId: string; turn: number; renewedAt: number; looks: number };

export function startWorker(
  boss: PgBoss,
  db: QueueDb,
  handle: HandleEffect,
  concurrency: number,
  onError: (error: unknown) => void,
): Worker {
  const running = new Map<string, Claim & { work: Promise<void> }>();
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
      const renewedAt = Date.now();
      const options = { batchSize: free, priority: false, includeMetadata: true } as const;
      const jobs = await boss.fetch<{ effectId: string }>(QUEUE, options);
      for (const { id, retryCount: turn, data } of jobs) {
        const own = running.get(id);
        // Expired while this program stood still, and back with it: what it is doing already goes on.
        if (own) Object.assign(own, { turn, renewedAt });
        else begin({ jobId: id, turn, renewedAt, looks: 0 }, data.effectId);
      }
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

  function begin(claim: Claim, effectId: string): void {
    const own = { ...claim, work: Promise.resolve() };
    running.set(own.jobId, own);
    own.work = run(own, effectId);
  }

  async function run(own: Claim, effectId: string): Promise<void> {
    const isOurs = async () => Date.now() - own.renewedAt < SURE_MS || (await renew([own])) === 1;
    try {
      await handle(effectId, isOurs);
      if (await isOurs()) await boss.complete(QUEUE, own.jobId);
    } catch (error) {
      onError(error);
      if (await isOurs().catch(() => false)) await boss.fail(QUEUE, own.jobId).catch(onError);
    } finally {
      if (running.get(own.jobId) === own) running.delete(own.jobId);
      if (again) wake();
    }
  }

  /** Says "still at it", so that the jobs do not expire under a worker that lives. Answers how many it still has. */
  async function renew(claims: readonly Claim[]): Promise<number> {
    const renewedAt = Date.now();
    const { rows } = await db.executeSql(
      `UPDATE pgboss.job SET started_on = now() FROM unnest($2::uuid[], $3::int[]) AS own (id, turn)
       WHERE name = $1 AND job.id = own.id AND retry_count = own.turn AND state = 'active' RETURNING job.id`,
      [QUEUE, claims.map(({ jobId }) => jobId), claims.map(({ turn }) => turn)],
    );
    const renewed = new Set((rows as { id: string }[]).map(({ id }) => id));
    for (const claim of claims) if (renewed.has(claim.jobId)) claim.renewedAt = renewedAt;
    return renewed.size;
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
    async stop({ drain }) {
      stopped = true;
      await pulling;
      if (drain) await Promise.all([...running.values()].map(({ work }) => work));
      // Only now: claims are renewed to the end.
      clearInterval(timer);
    },
  };
}
