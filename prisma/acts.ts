/** Acts that were carried out before, and the audit row that ends every act. */
import type { Store } from '../domain/ports.ts';
import type { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { sql } from './session.ts';

type ActStore = Pick<Store, 'lockKey' | 'findSeenAct' | 'saveSeenAct' | 'forgetSeenAct' | 'audit' | 'writeMark'>;

/** A row that is there to be written. */
const WRITE_MARK = 'lastWritten';

export function actStore({ tx, now, keys }: Inside): ActStore {
  /** What was filled in belongs to an act as much as its button does, and must not stand here. */
  const keyOf = (key: string, filled: unknown) =>
    filled === undefined ? key : `${key}:${keys.mark(JSON.stringify(filled), key)}`;
  /** Another copy may have saved it with another of the keys, or in another way. */
  const keysOf = (key: string, filled: unknown) =>
    filled === undefined ? [key] : keys.marks(JSON.stringify(filled), key).map((mark) => `${key}:${mark}`);
  return {
    async lockKey(key) {
      await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    },
    /** Undefined when the act has not been seen; what was saved may itself be anything. */
    async findSeenAct(key, filled) {
      const [row] = await tx.query<{ outcome: unknown }>(
        sql`SELECT "outcome" FROM "SeenAct" WHERE "key" = ANY(${keysOf(key, filled)}) LIMIT 1`,
      );
      return row?.outcome;
    },
    async saveSeenAct(key, outcome, filled) {
      tx.withCommit(sql`INSERT INTO "SeenAct" ("key", "outcome", "seenAt")
        VALUES (${keyOf(key, filled)}, ${JSON.stringify(outcome)}::jsonb, ${now.toString()}::timestamptz)`);
    },
    async forgetSeenAct(key) {
      tx.withCommit(sql`DELETE FROM "SeenAct" WHERE "key" = ${key}`);
    },
    async writeMark() {
      tx.withCommit(sql`INSERT INTO "Setting" ("key", "value") VALUES (${WRITE_MARK}, to_jsonb(${now.toString()}::text))
        ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`);
    },
    async audit(entry) {
      const { tenantId, actorId, act, caseId, subjectId, outcome } = entry satisfies Omit<
        Prisma.AuditUncheckedCreateInput,
        'at'
      >;
      tx.withCommit(sql`INSERT INTO "Audit" ("at", "tenantId", "actorId", "act", "caseId", "subjectId", "outcome")
        VALUES (${now.toString()}::timestamptz, ${tenantId}, ${actorId}, ${act}, ${caseId}, ${subjectId}, ${outcome})`);
    },
  };
}
