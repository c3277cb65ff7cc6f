/** Effects and their jobs: stored in the transaction that decided them. */
import { v7 as uuid } from 'uuid';
import { APP, type EffectRow, type QueuedCard, type Store } from '../domain/ports.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { keepJobs, QUEUE_NAMES } from './queue.ts';
import { sql } from './session.ts';
import { insertFrom, recordOf, recordsOf, type Table, updateFrom } from './statements.ts';

type EffectStore = Pick<
  Store,
  | 'listQueuedCards'
  | 'queue'
  | 'findEffect'
  | 'saveEffect'
  | 'isSending'
  | 'requeue'
  | 'takeEffect'
  | 'keepJobs'
  | 'takeTurn'
  | 'pause'
>;

const EFFECT = { model: 'Effect', columns: Prisma.EffectScalarFieldEnum } satisfies Table;
/** When all of a mailbox's calls are taken. */
const LOOK_AGAIN_SECONDS = 0.5;
const UNTRIED = { waitedFor: false, attempts: 0, failures: 0, surprises: 0, mailboxes: [] };
const QUEUE = insertFrom(EFFECT, recordsOf(EFFECT));

export const effectStore = ({ tx, now, addJobs }: Inside): EffectStore => ({
  async queue(effects) {
    if (effects.length === 0) return;
    const rows = effects.map((effect) => ({ ...UNTRIED, ...effect, id: uuid(), state: 'WAITING', createdAt: now }));
    tx.withCommit({ text: QUEUE, values: [JSON.stringify(rows)] });
    await addJobs(rows.map(({ id, kind, waitedFor }) => ({ effectId: id, kind, waitedFor })));
  },
  listQueuedCards: ({ caseId, postingId }) =>
    tx.query<QueuedCard>(sql`SELECT "subjectId", "waitedFor" FROM "Effect"
      WHERE "caseId" = coalesce(${caseId}::text, (SELECT "caseId" FROM "Posting" WHERE "id" = ${postingId}::text))
        AND "kind" = 'card' AND "state" = 'WAITING' AND "failures" = 0`),
  async findEffect(id) {
    const [row] = await tx.query<EffectRow>(sql`
      SELECT "id", "kind", "caseId", "subjectId", "state", "attempts", "failures", "surprises", "cause", "waitedFor"
      FROM "Effect" WHERE "id" = ${id}`);
    return row ?? null;
  },
  async saveEffect(id, set) {
    const row = set.state === 'DONE' || set.state === 'DEAD' ? { ...set, endedAt: now } : set;
    const text = updateFrom(EFFECT, Object.keys(row), recordOf(EFFECT));
    tx.withCommit({ text, values: [JSON.stringify({ ...row, id })] });
  },
  async isSending(caseId) {
    const rows = await tx.query(sql`SELECT 1 FROM "Effect" WHERE "caseId" = ${caseId} AND "state" = 'SENDING' LIMIT 1`);
    return rows.length > 0;
  },
  requeue: ({ id, kind, waitedFor }, afterSeconds) => addJobs([{ effectId: id, kind, waitedFor, afterSeconds }]),
  async takeEffect(id, jobId) {
    const rows = await tx.query(sql`UPDATE "Effect" SET "jobId" = ${jobId} WHERE "id" = ${id} AND (
      "state" <> 'SENDING' OR "jobId" IS NULL OR "jobId" = ${jobId} OR NOT EXISTS (
        SELECT FROM pgboss.job WHERE "name" = ANY(${QUEUE_NAMES}::text[]) AND "id" = "Effect"."jobId"::uuid
          AND "state" = 'active')) RETURNING "id"`);
    return rows.length > 0;
  },
  async takeTurn(effectId, mailboxes, { atOnce, seconds }) {
    // Of two copies that want a turn at the same mailbox the second counts the first.
    tx.send(sql`SELECT pg_advisory_xact_lock(hashtextextended('calendar:' || "box", 0))
      FROM (SELECT "box" FROM unnest(${mailboxes}::text[]) "box" ORDER BY "box") AS "boxes"`);
    const [row] = await tx.query<{ wait: number; busy: number }>(sql`SELECT
      (SELECT coalesce(max(extract(epoch FROM "until" - clock_timestamp())), 0)::float8
        FROM "NotBefore" WHERE "target" = ANY(${[APP, ...mailboxes]}::text[])) AS "wait",
      (SELECT coalesce(max("n"), 0)::int FROM (
        SELECT count(*) AS "n" FROM "Effect" e, unnest(e."mailboxes") "box"
        WHERE e."state" = 'SENDING' AND e."sendingUntil" > clock_timestamp() AND e."id" <> ${effectId}
          AND "box" = ANY(${mailboxes}::text[])
        GROUP BY "box") AS "calls") AS "busy"`);
    const { wait = 0, busy = 0 } = row ?? {};
    if (wait > 0) return wait;
    if (busy >= atOnce) return LOOK_AGAIN_SECONDS;
    tx.withCommit(sql`UPDATE "Effect" SET "mailboxes" = ${mailboxes}::text[],
      "sendingUntil" = clock_timestamp() + ${seconds}::int * interval '1 second' WHERE "id" = ${effectId}`);
    return 0;
  },
  // By the database's own clock: that of a copy may be another one, and the sandbox's jumps.
  async pause(target, seconds) {
    tx.withCommit(sql`INSERT INTO "NotBefore" AS b ("target", "until")
      VALUES (${target}, clock_timestamp() + ${seconds}::float8 * interval '1 second')
      ON CONFLICT ("target") DO UPDATE SET "until" = greatest(b."until", EXCLUDED."until")`);
  },
  keepJobs: (jobs) =>
    keepJobs({ executeSql: async (text, values = []) => ({ rows: await tx.query({ text, values }) }) }, jobs),
});
