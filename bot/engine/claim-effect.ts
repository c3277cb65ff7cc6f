/** Under the lock of what it is about: is the effect still to be done, by us, now, and what exactly? */
import { dayOf } from '../../domain/days.ts';
import { findIn } from '../../domain/names.ts';
import {
  type Database,
  DatabaseAway,
  type EffectRow,
  type HandleEffect,
  NotYet,
  type Store,
} from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import type { EffectKind, Misfit, NotWanted, Preparing } from '../effect.ts';
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
  /** It would have to wait, and is not tried later. */
  notYet: NotYet | null;
};

/** Graph's own limit: four calls at once for a program and a mailbox. One is left for what somebody waits for. */
const CALLS_AT_ONCE = { waitedFor: 4, others: 3 };
/** An attempt takes 8 seconds at most; a copy that died with it keeps its place so long. */
const CALL_SECONDS = 10;
/** When an effect of a locked case is looked at again. */
const STUCK_SECONDS = 1;
/** What is tried once does not come later than this: that it would have to is its answer. */
const SOON_SECONDS = 5;

export const isTooLate = ({ isTriedOnce }: EffectKind, afterSeconds: number): boolean =>
  isTriedOnce === true && afterSeconds > SOON_SECONDS;

export const isMisfit = (payload: unknown): payload is Misfit =>
  typeof payload === 'object' && payload !== null && 'refused' in payload;

export const isNotWanted = (payload: unknown): payload is NotWanted =>
  typeof payload === 'object' && payload !== null && 'notWanted' in payload;

/** Null: nothing is to be done, now or by us. Throws DatabaseAway. */
export async function claimEffect(
  { database, stuck, isPaced }: { database: Database; stuck: StuckCases; isPaced: boolean },
  effectId: string,
  isOurs: IsOurs,
): Promise<Claimed | null> {
  let caseId: string | null = null;
  try {
    return await database.transaction(async (store) => {
      const found = await store.findEffect(effectId);
      if (!found) return null;
      if (found.caseId && stuck.isStuck(found.caseId)) return putBack(store, found, isOurs);
      caseId = found.caseId;
      const claimed = await claim(store, found, isOurs, isPaced);
      if (caseId) stuck.isFree(caseId);
      return claimed;
    }, 'background');
  } catch (failure) {
    if (caseId && failure instanceof DatabaseAway && failure.cause === 'lock') stuck.leaveAlone(caseId);
    throw failure;
  }
}

async function putBack(store: Store, found: EffectRow, isOurs: IsOurs): Promise<null> {
  if (await isOurs(store)) await store.requeue(found, STUCK_SECONDS);
  return null;
}

async function claim(store: Store, found: EffectRow, isOurs: IsOurs, isPaced: boolean): Promise<Claimed | null> {
  const { id, caseId, subjectId } = found;
  const [file, effect, register, isStillOurs] = await Promise.all([
    caseId ? store.lockCase(caseId) : store.lockKey(subjectId ?? id).then(() => null),
    store.findEffect(id),
    store.register(),
    isOurs(store),
  ]);
  if (!effect || effect.state === 'DONE' || effect.state === 'DEAD') return null;
  // Whoever claims last tells what came of it: one that is not ours any more is not claimed.
  if (!isStillOurs) return null;
  const kind = findIn(effects, effect.kind);
  if (!kind) throw new Error('an effect of a kind that nobody knows');
  const context = preparing(store, effect, file, register);
  const payload = await kind.prepare(context);
  if (payload === null) {
    await store.saveEffect(id, { state: 'DONE' });
    return null;
  }
  const wait = await turnOf(store, effect, kind, payload, isPaced);
  if (wait > 0 && !isTooLate(kind, wait)) {
    await store.saveEffect(id, { state: 'WAITING' });
    await store.requeue(effect, wait);
    return null;
  }
  if (!isNotWanted(payload) && !isMisfit(payload)) await kind.begin?.(payload, context);
  const attempts = effect.attempts + 1;
  await store.saveEffect(id, { state: 'SENDING', attempts });
  const notYet = wait > 0 ? new NotYet(wait) : null;
  return { effect, kind, payload, attempts, code: file?.case.code ?? null, notYet };
}

/** 0, or in how many seconds its calendars may be called, or Teams written to. */
async function turnOf(
  store: Store,
  { id, waitedFor }: EffectRow,
  kind: EffectKind,
  payload: unknown,
  isPaced: boolean,
): Promise<number> {
  if (isNotWanted(payload) || isMisfit(payload)) return 0;
  if (kind.writesIn) return isPaced ? store.takeTeamsTurn(kind.writesIn(payload), waitedFor) : 0;
  if (!kind.calendars) return 0;
  const atOnce = CALLS_AT_ONCE[waitedFor ? 'waitedFor' : 'others'];
  return store.takeTurn(id, kind.calendars(payload), { atOnce, seconds: CALL_SECONDS });
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
