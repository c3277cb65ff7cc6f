/** Under the lock of what it is about: is the effect still to be done, by us, now, and what exactly? */
import { dayOf } from '../../domain/days.ts';
import { findIn } from '../../domain/names.ts';
import { type Database, DatabaseAway, type EffectRow, type HandleEffect, type Store } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import type { EffectKind, Preparing } from '../effect.ts';
import { effects } from '../effects.ts';
import { listed } from './listed.ts';
import { renderStanding } from './render.ts';
import type { StuckCases } from './stuck-cases.ts';

type IsOurs = Parameters<HandleEffect>[1];

export type Claimed = {
  effect: EffectRow;
  kind: EffectKind;
  payload: unknown;
  attempts: number;
  code: string | null;
};

/** Null: nothing is to be done, now or by us. Throws DatabaseAway, also where the case is known to be locked. */
export async function claimEffect(
  database: Database,
  stuck: StuckCases,
  effectId: string,
  isOurs: IsOurs,
): Promise<Claimed | null> {
  let caseId: string | null = null;
  try {
    const claimed = await database.transaction(async (store) => {
      const found = await store.findEffect(effectId);
      caseId = found?.caseId ?? null;
      if (caseId && stuck.isStuck(caseId)) throw new DatabaseAway('lock');
      return found && claim(store, found, isOurs);
    }, 'background');
    if (caseId) stuck.isFree(caseId);
    return claimed;
  } catch (failure) {
    if (caseId && failure instanceof DatabaseAway && failure.cause === 'lock') stuck.leaveAlone(caseId);
    throw failure;
  }
}

async function claim(store: Store, found: EffectRow, isOurs: IsOurs): Promise<Claimed | null> {
  const { id, caseId, subjectId } = found;
  const [file, effect, register] = await Promise.all([
    caseId ? store.lockCase(caseId) : store.lockKey(subjectId ?? id).then(() => null),
    store.findEffect(id),
    store.register(),
  ]);
  if (!effect || effect.state === 'DONE' || effect.state === 'DEAD') return null;
  // Whoever claims last tells what came of it: one that is not ours any more is not claimed.
  if (!(await isOurs(store))) return null;
  const kind = findIn(effects, effect.kind);
  if (!kind) throw new Error('an effect of a kind that nobody knows');
  const payload = await kind.prepare(preparing(store, effect, file, register));
  const attempts = effect.attempts + 1;
  await store.saveEffect(effect.id, payload === null ? { state: 'DONE' } : { state: 'SENDING', attempts });
  return payload === null ? null : { effect, kind, payload, attempts, code: file?.case.code ?? null };
}

function preparing(store: Store, effect: EffectRow, file: CaseFile | null, register: Register): Preparing {
  const { now } = store;
  return {
    effect,
    file,
    register,
    store,
    now,
    today: dayOf(now),
    render: async (posting) => renderStanding(posting, file, await listed(store, posting), register, now),
  };
}
