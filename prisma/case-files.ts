/** Reads cases whole: one statement for everything that belongs to them. */
import type { Store } from '../domain/ports.ts';
import type { CaseFile } from '../domain/rows/case-file.ts';
import type { Posting } from '../domain/rows/posting.ts';
import type { PrintLink } from '../domain/rows/print-link.ts';
import type { KeyRing } from './crypto.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain } from './rows.ts';
import { sql } from './session.ts';
import { type CaseTable, TABLES } from './tables.ts';

type CaseStore = Pick<
  Store,
  | 'findPrintLink'
  | 'lockCase'
  | 'lockCaseOf'
  | 'findCase'
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

export const EVERYTHING = `SELECT to_jsonb(c) AS "case", ${Object.entries(LISTS).map(rowsOf).join(', ')} FROM "Case" c`;

type MeetingRef = { caseId: string; meetingId: string };
export type ReadFile = { case: JsonRow } & Record<string, JsonRow[] | null>;

export function asFile(read: ReadFile, keys: KeyRing): CaseFile {
  const lists = Object.entries(LISTS).map(([name, table]) => [
    `${name}s`,
    (read[`${name}s`] ?? []).map((row) => toDomain(table, row, keys)),
  ]);
  return { case: toDomain(CASE, read.case, keys), ...Object.fromEntries(lists) };
}

export function caseStore({ tx, keys }: Inside): CaseStore {
  const find = async (where: string, value: string) => {
    const [read] = await tx.query<ReadFile>({ text: `${EVERYTHING} WHERE c."id" = ${where}`, values: [value] });
    return read ? asFile(read, keys) : null;
  };
  // Two statements: what one reads beside the row it waited for is from before the wait.
  const lock = (where: string, value: string) => {
    tx.send({ text: `SELECT "id" FROM "Case" WHERE "id" = ${where} FOR UPDATE`, values: [value] });
    return find(where, value);
  };

  return {
    findCase: (caseId) => find('$1', caseId),
    lockCase: (caseId) => lock('$1', caseId),
    lockCaseOf: (postingId) => lock('(SELECT "caseId" FROM "Posting" WHERE "id" = $1)', postingId),
    async findPosting(postingId) {
      const [read] = await tx.query<{ posting: JsonRow }>(
        sql`SELECT to_jsonb(p) AS "posting" FROM "Posting" p WHERE "id" = ${postingId}`,
      );
      return read ? (toDomain(TABLES.posting, read.posting, keys) as Posting) : null;
    },
    async findPrintLink(id) {
      const [read] = await tx.query<{ link: JsonRow; tenantId: string }>(sql`
        SELECT to_jsonb(l) AS "link", c."tenantId" FROM "PrintLink" l JOIN "Case" c ON c."id" = l."caseId"
        WHERE l."id" = ${id}`);
      if (!read) return null;
      return { ...(toDomain(TABLES.printLink, read.link, keys) as PrintLink), tenantId: read.tenantId };
    },
    async findMeetingByEvent(organizerId, eventId) {
      const [row] = await tx.query<MeetingRef>(sql`SELECT "caseId", "id" AS "meetingId" FROM "Meeting"
        WHERE "organizerId" = ${organizerId} AND "eventId" = ${eventId} LIMIT 1`);
      return row ?? null;
    },
    findMeetingsOfOrganizer: (organizerId) =>
      tx.query<MeetingRef>(sql`SELECT "caseId", "id" AS "meetingId" FROM "Meeting"
        WHERE "organizerId" = ${organizerId} AND "eventId" IS NOT NULL AND "status" NOT IN ('HELD', 'NOT_HELD', 'CANCELLED')
        ORDER BY "id"`),
  };
}
