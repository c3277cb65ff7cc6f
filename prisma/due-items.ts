/** What becomes due by the clock. Planning the same thing twice is planning it once. */
import { v7 as uuid } from 'uuid';
import type { Store } from '../domain/ports.ts';
import type { Inside } from './inside.ts';

type DueStore = Pick<Store, 'plan' | 'takeDue' | 'endDue' | 'failDue'>;
type Due = Awaited<ReturnType<Store['takeDue']>>[number];

/** A due item that cannot be carried out must not be tried for ever. */
const TRIES = 5;

export const dueStore = ({ tx, now }: Inside): DueStore => ({
  async plan(items) {
    const data = items.map((item) => ({
      ...item,
      id: uuid(),
      caseId: item.caseId ?? null,
      dueAt: new Date(item.dueAt.epochMilliseconds),
    }));
    if (data.length > 0) await tx.dueItem.createMany({ data, skipDuplicates: true });
  },
  takeDue: (limit) => tx.$queryRaw<Due[]>`
    SELECT "id", "kind", "caseId", "subjectId" FROM "DueItem" WHERE "doneAt" IS NULL AND "dueAt" <= ${now.toString()}::timestamptz
    ORDER BY "attempts", "dueAt", "id" LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`,
  async failDue(id) {
    const { attempts } = await tx.dueItem.update({ where: { id }, data: { attempts: { increment: 1 } } });
    if (attempts < TRIES) return false;
    await tx.dueItem.update({ where: { id }, data: { doneAt: new Date(now.epochMilliseconds) } });
    return true;
  },
  async endDue(id) {
    await tx.dueItem.update({ where: { id }, data: { doneAt: new Date(now.epochMilliseconds) } });
  },
});
