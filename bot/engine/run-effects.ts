/** The worker that carries effects out after the commit: claim → look again → send → tell the result as an act. */
import { dayOf } from '../../domain/days.ts';
import { findIn, type ResultName } from '../../domain/names.ts';
import {
  type Database,
  type EffectRow,
  type HandleEffect,
  RemoteGone,
  RemoteRefused,
  RemoteUnreachable,
  type Store,
} from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import { type Act, newAct } from '../act.ts';
import type { EffectKind, NotWanted, Outside, Preparing } from '../effect.ts';
import { effects } from '../effects.ts';
import type { Log } from '../log/log.ts';
import type { Dispatch } from './dispatch.ts';
import { listed } from './listed.ts';
import { renderStanding } from './render.ts';
import { ringAfter } from './ring-after.ts';

/** Seconds before the next try; the last one stands for all that follow. About 12 minutes in all. */
const WAITS = [1, 2, 4, 8, 15, 30, 60, 120, 240, 240];
/** What hangs is given up. The worker renews its claim meanwhile, so nobody else takes the job over. */
const ATTEMPT_MS = 8_000;
const POISON_TRIES = 5;

type Deps = { database: Database; outside: Outside; dispatch: Dispatch; log: Log };

async function send<P>(kind: EffectKind<P>, payload: P, outside: Outside): Promise<unknown> {
  let stop = () => {};
  const tooLong = new Promise<never>((_, reject) => {
    stop = ringAfter(ATTEMPT_MS, () => reject(new RemoteUnreachable('timeout')));
  });
  try {
    return await Promise.race([kind.send(payload, outside), tooLong]);
  } finally {
    stop();
  }
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

type Ending = {
  name: ResultName | undefined;
  state: 'DONE' | 'WAITING' | 'DEAD';
  data?: unknown;
  cause?: string;
  afterSeconds?: number;
};

/** What a failure means for the effect: wait and try again, or stop where a person can see it. */
function afterFailure(kind: EffectKind, failure: unknown, attempts: number): Ending {
  const wait = attempts < (kind.tries ?? Number.POSITIVE_INFINITY) ? WAITS[attempts - 1] : undefined;
  if (failure instanceof RemoteUnreachable && wait !== undefined) {
    return {
      name: kind.waiting,
      state: 'WAITING',
      cause: failure.cause,
      afterSeconds: Math.max(wait, failure.retryAfterSeconds ?? 0),
    };
  }
  const known =
    failure instanceof RemoteUnreachable || failure instanceof RemoteRefused || failure instanceof RemoteGone;
  return { name: kind.dead, state: 'DEAD', cause: known ? failure.cause : 'surprise' };
}

/** Handles one job. Throws only when the database cannot be reached; the job then comes back by itself. */
export function createWorker(deps: Deps): HandleEffect {
  return async (effectId, isOurs) => {
    try {
      await handle(deps, effectId, isOurs);
    } catch (surprise) {
      deps.log.surprise('effect', surprise);
      await giveUp(deps, effectId, isOurs, surprise);
    }
  };
}

type IsOurs = Parameters<HandleEffect>[1];

async function handle(deps: Deps, effectId: string, isOurs: IsOurs): Promise<void> {
  const claimed = await claim(deps.database, effectId, isOurs);
  // The program may have stood still since then, and somebody else be sending it now.
  if (!claimed || !(await isOurs())) return;
  const answer = await deps.dispatch(await carryOut(deps, claimed));
  // Whoever claimed it last is gone, if the job has come back to us: it is ours to end.
  if (answer.kind === 'overtaken' && (await isOurs())) await handle(deps, effectId, isOurs);
}

/** Sends it, and tells what came of it. */
async function carryOut({ outside, log }: Deps, { effect, kind, payload, attempts, code }: Claimed): Promise<Act> {
  if (isNotWanted(payload)) return resultOf(effect, { name: payload.notWanted, state: 'DONE' }, attempts);
  const ending = await send(kind, payload, outside).then(
    (data): Ending => ({ name: kind.done, state: 'DONE', data }),
    (failure) => {
      const ended = afterFailure(kind, failure, attempts);
      log.effect(effect.kind, ended.state, ended.cause ?? '', attempts, failure, code);
      return ended;
    },
  );
  return resultOf(effect, ending, attempts);
}

type Claimed = { effect: EffectRow; kind: EffectKind; payload: unknown; attempts: number; code: string | null };

/** Under the lock of what it is about: is it still to be done, by us, and what exactly? */
const claim = (database: Database, effectId: string, isOurs: IsOurs): Promise<Claimed | null> =>
  database.transaction(async (store) => {
    const found = await store.findEffect(effectId);
    const [file, effect, register] = await Promise.all([
      found?.caseId ? store.lockCase(found.caseId) : store.lockKey(found?.subjectId ?? effectId).then(() => null),
      store.findEffect(effectId),
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
  });

/**
 * Something in an effect itself is broken, before it was sent or in what came of it: a few tries, then it is dead, its
 * case is told and the queue goes on. Where not even this can be written it is the database that is gone, and the job
 * comes back.
 */
async function giveUp(
  { database, dispatch, log }: Deps,
  effectId: string,
  isOurs: IsOurs,
  surprise: unknown,
): Promise<void> {
  const effect = await database.transaction(async (store) => {
    const found = await store.findEffect(effectId);
    if (!found || found.state === 'DONE' || found.state === 'DEAD' || !(await isOurs(store))) return null;
    // What was sent has been counted when it was claimed.
    const attempts = found.attempts + (found.state === 'SENDING' ? 0 : 1);
    const isDead = attempts >= POISON_TRIES;
    await store.saveEffect(effectId, { state: isDead ? 'DEAD' : 'WAITING', attempts, cause: 'surprise' });
    if (!isDead) await store.requeue(effectId, attempts);
    return { ...found, attempts, isDead };
  });
  if (!effect) return;
  log.effect(effect.kind, effect.isDead ? 'DEAD' : 'WAITING', 'surprise', effect.attempts, surprise, null);
  const name = findIn(effects, effect.kind)?.dead;
  if (!effect.isDead || !name) return;
  const ending: Ending = { name, state: 'DEAD', cause: 'surprise' };
  await dispatch(resultOf(effect, ending, effect.attempts)).catch(() => undefined); // logged by the dispatcher
}

const isNotWanted = (payload: unknown): payload is NotWanted =>
  typeof payload === 'object' && payload !== null && 'notWanted' in payload;

function resultOf({ id, caseId, subjectId }: EffectRow, ending: Ending, attempts: number): Act {
  const { name = 'effect.ended', state, data = null, cause, afterSeconds } = ending;
  const effect = { id, attempts, state, ...(cause ? { cause } : {}), ...(afterSeconds ? { afterSeconds } : {}) };
  return newAct('result', name, `${id}:${attempts}`, { caseId, subjectId, data, effect });
}
