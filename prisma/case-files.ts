/** Reads cases whole: one statement for everything that belongs to them. */
import type { Store } from '../domain/ports.ts';
import type { CaseFile } from '../domain/rows/case-file.ts';
import type { Posting } from '../domain/rows/posting.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain } from './rows.ts';
import { sql } from './session.ts';
import type { Table } from './statements.ts';
import { type CaseTable, TABLES } from './tables.ts';

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

const { case: CASE, ...LISTS } = TABLES;

/** The rows of one table that belong to the case `c`. */
function rowsOf([name, { model, through, orderBy = ['id'], only }]: [string, CaseTable]): string {
  const from = through
    ? `"${model}" t JOIN "${through}" o ON o."id" = t."${through.toLowerCase()}Id" WHERE o."caseId" = c."id"`
    : `"${model}" t WHERE t."caseId" = c."id"`;
  const order = orderBy.map((column) => `t."${column}"`).join(', ');
  return `(SELECT jsonb_agg(t ORDER BY ${order}) FROM ${from}${only ? ` AND ${only}` : ''}) AS "${name}s"`;
}

const EVERYTHING = `SELECT to_jsonb(c) AS "case", ${Object.entries(LISTS).map(rowsOf).join(', ')} FROM "Case" c`;

type MeetingRef = { caseId: string; meetingId: string };
type Read = { case: JsonRow } & Record<string, JsonRow[] | null>;

export function caseStore({ tx, keys }: Inside): CaseStore {
  const open = (table: Table, row: JsonRow) => toDomain(table, row, keys);

  const asFile = (read: Read): CaseFile => {
    const lists = Object.entries(LISTS).map(([name, table]) => [
      `${name}s`,
      (read[`${name}s`] ?? []).map((row) => open(table, row)),
    ]);
    return { case: open(CASE, read.case), ...Object.fromEntries(lists) };
  };

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
