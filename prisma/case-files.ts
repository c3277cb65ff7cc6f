/** Reads cases whole: one statement for everything that belongs to them. */
import type { Store } from '../domain/ports.ts';
import type { CaseFile } from '../domain/rows/case-file.ts';
import type { Posting } from '../domain/rows/posting.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain } from './rows.ts';
import { TABLES } from './tables.ts';

type CaseStore = Pick<
  Store,
  | 'findPrintLink'
  | 'lockCase'
  | 'findCase'
  | 'listCases'
  | 'findPosting'
  | 'findMeetingByEvent'
  | 'findMeetingsOfOrganizer'
>;

const EVERYTHING = Prisma.sql`
  SELECT to_jsonb(c) AS "case",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Talk" t WHERE t."caseId" = c."id") AS "talks",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Consent" t WHERE t."caseId" = c."id") AS "consents",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Withdrawal" t WHERE t."caseId" = c."id") AS "withdrawals",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Meeting" t WHERE t."caseId" = c."id") AS "meetings",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Participant" t JOIN "Meeting" m ON m."id" = t."meetingId" WHERE m."caseId" = c."id") AS "participants",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "MeetingMove" t WHERE t."caseId" = c."id") AS "moves",
    (SELECT jsonb_agg(t ORDER BY t."version") FROM "Plan" t WHERE t."caseId" = c."id") AS "plans",
    (SELECT jsonb_agg(t ORDER BY t."ordinal") FROM "Goal" t JOIN "Plan" p ON p."id" = t."planId" WHERE p."caseId" = c."id") AS "goals",
    (SELECT jsonb_agg(t ORDER BY t."ordinal") FROM "Measure" t JOIN "Plan" p ON p."id" = t."planId" WHERE p."caseId" = c."id") AS "measures",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Member" t WHERE t."caseId" = c."id" AND t."removedAt" IS NULL) AS "members",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "PrintLink" t WHERE t."caseId" = c."id") AS "printLinks",
    (SELECT jsonb_agg(t ORDER BY t."id") FROM "Deviation" t WHERE t."caseId" = c."id") AS "deviations",
    (SELECT jsonb_agg(t ORDER BY t."createdAt", t."id") FROM "Posting" t WHERE t."caseId" = c."id") AS "postings"
  FROM "Case" c`;

type Read = { case: JsonRow } & Record<string, JsonRow[] | null>;

export function caseStore({ tx, keys }: Inside): CaseStore {
  const open = (model: string, row: JsonRow) => toDomain(model, String(row.id), row, keys);

  const asFile = (read: Read): CaseFile =>
    Object.fromEntries(
      Object.values(TABLES).map(({ model, list }) => [
        list,
        list === 'case' ? open(model, read.case) : (read[list] ?? []).map((row) => open(model, row)),
      ]),
    ) as CaseFile;

  const findCase = async (caseId: string) => {
    const [read] = await tx.$queryRaw<Read[]>`${EVERYTHING} WHERE c."id" = ${caseId}`;
    return read ? asFile(read) : null;
  };

  return {
    findCase,
    // Two statements: what one reads beside the row it waited for is from before the wait.
    async lockCase(caseId) {
      const locked = await tx.$queryRaw<unknown[]>`SELECT "id" FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
      return locked.length === 0 ? null : findCase(caseId);
    },
    async listCases(personId) {
      // Two lists put together: "or" in one condition would have every case looked at.
      const reads = await tx.$queryRaw<Read[]>`${EVERYTHING}
        WHERE c."id" IN (
            SELECT "id" FROM "Case" WHERE "convenerId" = ${personId}
            UNION SELECT "caseId" FROM "Member" WHERE "personId" = ${personId} AND "removedAt" IS NULL
          ) AND c."status" <> 'CLOSED' ORDER BY c."createdAt" DESC, c."id" DESC`;
      return reads.map(asFile);
    },
    async findPosting(postingId) {
      const [read] = await tx.$queryRaw<
        { posting: JsonRow }[]
      >`SELECT to_jsonb(p) AS "posting" FROM "Posting" p WHERE "id" = ${postingId}`;
      return read ? (open('Posting', read.posting) as Posting) : null;
    },
    findPrintLink: (id) => tx.printLink.findUnique({ where: { id }, select: { caseId: true } }),
    async findMeetingByEvent(organizerId, eventId) {
      const row = await tx.meeting.findFirst({ where: { organizerId, eventId }, select: { id: true, caseId: true } });
      return row && { caseId: row.caseId, meetingId: row.id };
    },
    async findMeetingsOfOrganizer(organizerId) {
      const where = { organizerId, eventId: { not: null }, status: { notIn: ['HELD', 'CANCELLED'] } };
      const rows = await tx.meeting.findMany({ where, select: { id: true, caseId: true }, orderBy: { id: 'asc' } });
      return rows.map((row) => ({ caseId: row.caseId, meetingId: row.id }));
    },
  };
}
