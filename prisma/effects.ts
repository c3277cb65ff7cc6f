/** Effects and their jobs: stored in the transaction that decided them. */
import { v7 as uuid } from 'uuid';
import type { EffectRow, Store } from '../domain/ports.ts';
import type { Inside } from './inside.ts';

type EffectStore = Pick<Store, 'queue' | 'findEffect' | 'saveEffect' | 'isSending' | 'requeue'>;

export const effectStore = ({ tx, now, addJobs }: Inside): EffectStore => ({
  async queue(effects) {
    if (effects.length === 0) return;
    const rows = effects.map((effect) => ({ ...effect, id: uuid(), state: 'WAITING', attempts: 0, createdAt: now }));
    await tx.$executeRaw`INSERT INTO "Effect" SELECT * FROM jsonb_populate_recordset(NULL::"Effect", ${JSON.stringify(rows)}::jsonb)`;
    await addJobs(rows.map(({ id }) => ({ effectId: id })));
  },
  async findEffect(id) {
    const row = await tx.effect.findUnique({ where: { id }, omit: { createdAt: true, endedAt: true } });
    return row as EffectRow | null;
  },
  async saveEffect(id, set) {
    const endedAt = set.state === 'DONE' || set.state === 'DEAD' ? { endedAt: new Date(now.epochMilliseconds) } : {};
    await tx.effect.updateMany({ where: { id }, data: { ...set, ...endedAt } });
  },
  isSending: async (caseId) => (await tx.effect.count({ where: { caseId, state: 'SENDING' } })) > 0,
  requeue: (effectId, afterSeconds) => addJobs([{ effectId, afterSeconds }]),
});
