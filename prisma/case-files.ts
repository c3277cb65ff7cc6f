/** Reads cases whole: one statement for everything that belongs to them. */
import type { Store } from '../domain/ports.ts';
import type { CaseFile } from '../domain/rows/case-file.ts';
import type { Posting } from '../domain/rows/posting.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain } from './rows.ts';
import { sql } from './session.ts';
import type { Table } from './statements.ts';
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

const EVERYTHING = `
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

type MeetingRef = { caseId: string; meetingId: string };
type Read = { case: JsonRow } & Record<string, JsonRow[] | null>;

export function caseStore({ tx, keys }: Inside): CaseStore {
  const open = (table: Table, row: JsonRow) => toDomain(table, row, keys);

  const asFile = (read: Read): CaseFile =>
    Object.fromEntries(
      Object.values(TABLES).map((table) => [
        table.list,
        table.list === 'case' ? open(table, read.case) : (read[table.list] ?? []).map((row) => open(table, row)),
      ]),
    ) as CaseFile;

  const findCase = async (caseId: string) => {
    const [read] = await tx.query<Read>({ text: `${EVERYTHING} WHERE c."id" = $1`, values: [caseId] });
    return read ? asFile(read) : null;
  };

  return {
    findCase,
    // Two statements: what one reads beside the row it waited for is from before the wait.
    async lockCase(caseId) {
      const lock = tx.query(sql`SELECT "id" FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`);
      const [, file] = await Promise.all([lock, findCase(caseId)]);
      return file;
    },
    async listCases(personId) {
      // Two lists put together: "or" in one condition would have every case looked at.
      const text = `${EVERYTHING}
        WHERE c."id" IN (
            SELECT "id" FROM "Case" WHERE "convenerId" = $1
            UNION SELECT "caseId" FROM "Member" WHERE "personId" = $1 AND "removedAt" IS NULL
          ) AND c."status" <> 'CLOSED' ORDER BY c."createdAt" DESC, c."id" DESC`;
      const reads = await tx.query<Read>({ text, values: [personId] });
      return reads.map(asFile);
    },
    async findPosting(postingId) {
      const [read] = await tx.query<{ posting: JsonRow }>(
        sql`SELECT to_jsonb(p) AS "posting" FROM "Posting" p WHERE "id" = ${postingId}`,
      );
      return read ? (open(TABLES.posting, read.posting) as Posting) : null;
    },
    async findPrintLink(id) {
      const [row] = await tx.query<{ caseId: string }>(sql`SELECT "caseId" FROM "PrintLink" WHERE "id" = ${id}`);
      return row ?? null;
    },
    async findMeetingByEvent(organizerId, eventId) {
      const [row] = await tx.query<MeetingRef>(sql`SELECT "caseId", "id" AS "meetingId" FROM "Meeting"
        WHERE "organizerId" = ${organizerId} AND "eventId" = ${eventId} LIMIT 1`);
      return row ?? null;
    },
    findMeetingsOfOrganizer: (organizerId) =>
      tx.query<MeetingRef>(sql`SELECT "caseId", "id" AS "meetingId" FROM "Meeting"
        WHERE "organizerId" = ${organizerId} AND "eventId" IS NOT NULL AND "status" NOT IN ('HELD', 'CANCELLED')
        ORDER BY "id"`),
  };
}
