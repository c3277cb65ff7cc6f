/** What becomes due by the clock. Planning the same thing twice is planning it once. */
import { v7 as uuid } from 'uuid';
import type { DueItem, Store } from '../domain/ports.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { sql } from './session.ts';
import { insertFrom, recordsOf, type Table } from './statements.ts';

type DueStore = Pick<Store, 'plan' | 'takeDue' | 'endDue' | 'failDue'>;

const DUE_ITEM = { model: 'DueItem', columns: Prisma.DueItemScalarFieldEnum } satisfies Table;
const PLAN = `${insertFrom(DUE_ITEM, recordsOf(DUE_ITEM))} ON CONFLICT DO NOTHING`;

/** A due item that cannot be carried out must not be tried for ever. */
export const TRIES = 5;

export const dueStore = ({ tx, now }: Inside): DueStore => ({
  async plan(items) {
    const rows = items.map((item) => ({ ...item, id: uuid(), attempts: 0 }));
    if (rows.length > 0) tx.withCommit({ text: PLAN, values: [JSON.stringify(rows)] });
  },
  takeDue: (limit, except = []) =>
    tx.query<DueItem>(sql`
      SELECT "id", "kind", "caseId", "subjectId" FROM "DueItem"
      WHERE "doneAt" IS NULL AND "dueAt" <= ${now.toString()}::timestamptz
        AND NOT coalesce("caseId", "subjectId", "id") = ANY(${except}::text[])
      ORDER BY "attempts", "dueAt", "id" LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`),
  async failDue(id) {
    const [row] = await tx.query<{ isOver: boolean }>(sql`
      UPDATE "DueItem" SET "attempts" = "attempts" + 1,
        "doneAt" = CASE WHEN "attempts" + 1 >= ${TRIES}::int THEN ${now.toString()}::timestamptz ELSE "doneAt" END
      WHERE "id" = ${id} AND "doneAt" IS NULL RETURNING "attempts" >= ${TRIES}::int AS "isOver"`);
    return row?.isOver ?? false;
  },
  async endDue(id) {
    tx.withCommit(sql`UPDATE "DueItem" SET "doneAt" = ${now.toString()}::timestamptz WHERE "id" = ${id}`);
  },
});
