/** Effects and their jobs: stored in the transaction that decided them. */
import { v7 as uuid } from 'uuid';
import type { EffectRow, Store } from '../domain/ports.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { keepJobs } from './queue.ts';
import { sql } from './session.ts';
import { insertFrom, recordOf, recordsOf, type Table, updateFrom } from './statements.ts';

type EffectStore = Pick<Store, 'queue' | 'findEffect' | 'saveEffect' | 'isSending' | 'requeue' | 'keepJobs'>;

const EFFECT = { model: 'Effect', columns: Prisma.EffectScalarFieldEnum } satisfies Table;
const UNTRIED = { attempts: 0, failures: 0, surprises: 0, mailboxes: [] };
const QUEUE = insertFrom(EFFECT, recordsOf(EFFECT));

export const effectStore = ({ tx, now, addJobs }: Inside): EffectStore => ({
  async queue(effects) {
    if (effects.length === 0) return;
    const rows = effects.map((effect) => ({ ...effect, id: uuid(), state: 'WAITING', ...UNTRIED, createdAt: now }));
    tx.withCommit({ text: QUEUE, values: [JSON.stringify(rows)] });
    await addJobs(rows.map(({ id }) => ({ effectId: id })));
  },
  async findEffect(id) {
    const [row] = await tx.query<EffectRow>(sql`
      SELECT "id", "kind", "caseId", "subjectId", "state", "attempts", "failures", "surprises", "cause"
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
  requeue: (effectId, afterSeconds) => addJobs([{ effectId, afterSeconds }]),
  keepJobs: (jobs) =>
    keepJobs({ executeSql: async (text, values = []) => ({ rows: await tx.query({ text, values }) }) }, jobs),
});
