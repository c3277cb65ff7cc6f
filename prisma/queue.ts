/** pg-boss as this program uses it: queues of effects that are due now. Jobs carry an id only. */
import PgBoss from 'pg-boss';
import type { EffectName } from '../domain/names.ts';
import type { JobTurn } from '../domain/ports.ts';

/**
 * What somebody waits for, cards apart from the rest of it, and what nobody does: each has its own jobs, so that none
 * holds another up. Where Teams does not answer, forty cards would keep a kallelse waiting for a minute.
 */
export const QUEUES = { person: 'effect', cards: 'effect-card', background: 'effect-background' } as const;
export const QUEUE_NAMES = Object.values(QUEUES);

/** How long a job waits after its worker has died. A living one renews its claim (worker.ts), so this can be short. */
const EXPIRE_SECONDS = 6;

/**
 * Retries are the effect's own business; a job comes back only when its worker died or could not have the database, and
 * that may take as long as it takes.
 */
const OPTIONS = { retryLimit: 1_000_000, retryDelay: 1, expireInSeconds: EXPIRE_SECONDS };

export type QueueDb = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

export type NewJob = { effectId: string; kind: string; waitedFor: boolean; afterSeconds?: number | undefined };

const queueOf = ({ kind, waitedFor }: NewJob): string =>
  waitedFor ? QUEUES[kind === ('card' satisfies EffectName) ? 'cards' : 'person'] : QUEUES.background;

/** `maintenanceSeconds`: how often dead workers' jobs and old rows are looked for. */
export function createBoss(db: QueueDb, maintenanceSeconds: number): PgBoss {
  return new PgBoss({
    db,
    schedule: false,
    maintenanceIntervalSeconds: maintenanceSeconds,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 1,
  });
}

/** Makes the queue's tables where they are missing. */
export async function startBoss(boss: PgBoss): Promise<void> {
  await boss.start();
  for (const name of QUEUE_NAMES) {
    await boss.createQueue(name, { name, ...OPTIONS });
    // One that stands there from an earlier version is left as it is by that.
    await boss.updateQueue(name, { name, ...OPTIONS });
  }
}

export async function installQueue(db: QueueDb): Promise<void> {
  const boss = createBoss(db, 3_600);
  boss.on('error', () => undefined);
  await startBoss(boss);
  await boss.stop({ graceful: false });
}

/** Adds jobs through `db`: a transaction's connection, so that they exist only if it commits. */
export async function addJobs(boss: PgBoss, db: QueueDb, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map((job) => ({
    name: queueOf(job),
    data: { effectId: job.effectId },
    // Never '2e-7', which PostgreSQL does not read as an interval.
    ...(job.afterSeconds ? { startAfter: job.afterSeconds.toFixed(3) } : {}),
  }));
  await boss.insert(rows, { db });
}

/**
 * Says "still at it", so that the jobs do not expire under a worker that lives. Answers with those that it still has.
 */
export async function keepJobs(db: QueueDb, jobs: readonly JobTurn[]): Promise<Set<string>> {
  const { rows } = await db.executeSql(
    `UPDATE pgboss.job SET started_on = clock_timestamp() FROM unnest($2::uuid[], $3::int[]) AS own (id, turn)
     WHERE name = ANY($1) AND job.id = own.id AND retry_count = own.turn AND state = 'active' RETURNING job.id`,
    [QUEUE_NAMES, jobs.map(({ jobId }) => jobId), jobs.map(({ turn }) => turn)],
  );
  return new Set((rows as { id: string }[]).map(({ id }) => id));
}
