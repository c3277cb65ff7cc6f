/** Takes away what is done, so that these tables do not grow for ever. Cases, consents and the audit are not touched. */
import type { Store } from '../domain/ports.ts';
import { TRIES } from './due-items.ts';
import type { Inside } from './inside.ts';
import { sql } from './session.ts';

/**
 * Each kind's bite is one short statement. What somebody holds (another copy's bite, a link that is being opened) is
 * left for the next time, so nobody waits; `ARRAY` has the bite chosen once, whatever the plan.
 */
export const tidyStore = ({ tx, now }: Inside): Pick<Store, 'tidy'> => ({
  async tidy({ seen, done }, limit) {
    const bites = await Promise.all([
      tx.query(sql`
        DELETE FROM "SeenAct" WHERE "key" = ANY(ARRAY(
          SELECT "key" FROM "SeenAct" WHERE "seenAt" < ${seen.toString()}::timestamptz
          ORDER BY "seenAt" LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
      // What a card says is sending it must be there to be asked how it stands.
      tx.query(sql`
        DELETE FROM "Effect" WHERE "id" = ANY(ARRAY(
          SELECT e."id" FROM "Effect" e WHERE e."state" = 'DONE' AND e."endedAt" < ${done.toString()}::timestamptz
            AND NOT EXISTS (SELECT FROM "Posting" p WHERE p."id" = e."subjectId" AND p."sendingId" = e."id")
          ORDER BY e."endedAt" LIMIT ${limit}::int FOR UPDATE OF e SKIP LOCKED)) RETURNING 1`),
      // One that was given up has been tried so often, and stays for somebody to see.
      tx.query(sql`
        DELETE FROM "DueItem" WHERE "id" = ANY(ARRAY(
          SELECT "id" FROM "DueItem" WHERE "doneAt" < ${done.toString()}::timestamptz AND "attempts" < ${TRIES}::int
          ORDER BY "doneAt" LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
      // How much somebody pressed: empty after half a day.
      tx.query(sql`
        DELETE FROM "Pace" WHERE "personId" = ANY(ARRAY(
          SELECT "personId" FROM "Pace" WHERE "at" < ${done.toString()}::timestamptz
          LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
      // Next to none are ever there: no index. An hour for copies whose clocks differ.
      tx.query(sql`
        DELETE FROM "PrintLink" WHERE "id" = ANY(ARRAY(
          SELECT "id" FROM "PrintLink" WHERE "expiresAt" < ${now.subtract({ hours: 1 }).toString()}::timestamptz
          LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
    ]);
    return bites.some(({ length }) => length === limit);
  },
});
