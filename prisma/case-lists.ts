/** A person's open cases: which they are, and those that one page lists, read whole. */
import { TIME_ZONE } from '../domain/days.ts';
import type { Store } from '../domain/ports.ts';
import { asFile, EVERYTHING, type ReadFile } from './case-files.ts';
import type { Inside } from './inside.ts';

/** Lists put together: "or" in one condition would have every case looked at. `$1` is the person. */
const OWN = `SELECT "id" FROM "Case" WHERE "convenerId" = $1
    UNION SELECT "caseId" FROM "Member" WHERE "personId" = $1 AND "removedAt" IS NULL`;
const MINE = `c."id" IN (${OWN}) AND c."status" <> 'CLOSED'`;
/** And those of which they have a copy of the plan, with a card of its own. */
const MINE_OR_COPIED = `c."id" IN (${OWN}
    UNION SELECT "caseId" FROM "Posting" WHERE "personId" = $1 AND "kind" = 'PLAN') AND c."status" <> 'CLOSED'`;

const HAS_CARD = `EXISTS (
    SELECT FROM "Posting" p WHERE p."caseId" = c."id" AND p."kind" = 'CASE' AND p."personId" = $1
  )`;

/** As `nextDay` in domain/next-day.ts says it, so that only the cases that are shown are read. */
const NEXT_DAY = `COALESCE(
  CASE WHEN c."status" <> 'PLAN_ACTIVE' THEN (
    SELECT ("startAt" AT TIME ZONE $4)::date FROM "Meeting" WHERE "caseId" = c."id" AND "status" NOT IN ('CANCELLED', 'NOT_HELD')
      AND NOT ("status" = 'HELD' AND c."status" IN ('PREPARING', 'INVITED')) ORDER BY "id" DESC LIMIT 1
  ) END,
  CASE WHEN c."status" <> 'STOPPED' THEN (
    SELECT "followUpOn" FROM "Plan" WHERE "caseId" = c."id" AND "lockedAt" IS NOT NULL ORDER BY "version" DESC LIMIT 1
  ) END)`;

const COUNT = `SELECT count(*)::int AS "total" FROM "Case" c WHERE ${MINE} AND ${HAS_CARD}`;
const LIST = `${EVERYTHING} JOIN (
    SELECT c."id", row_number() OVER (ORDER BY ${NEXT_DAY}, c."createdAt" DESC, c."id" DESC) AS "n"
    FROM "Case" c WHERE ${MINE} AND ${HAS_CARD} ORDER BY "n" OFFSET $2::int LIMIT $3::int
  ) l ON l."id" = c."id" ORDER BY l."n"`;

export const caseListStore = ({ tx, keys }: Inside): Pick<Store, 'listCaseIds' | 'listCases'> => ({
  async listCaseIds(personId) {
    const rows = await tx.query<{ id: string }>({
      text: `SELECT c."id" FROM "Case" c WHERE ${MINE_OR_COPIED} ORDER BY c."id"`,
      values: [personId],
    });
    return rows.map(({ id }) => id);
  },
  async listCases(personId, { from, count }) {
    const [[counted], reads] = await Promise.all([
      tx.query<{ total: number }>({ text: COUNT, values: [personId] }),
      tx.query<ReadFile>({ text: LIST, values: [personId, from, count, TIME_ZONE] }),
    ]);
    return { files: reads.map((read) => asFile(read, keys)), total: counted?.total ?? 0 };
  },
});
