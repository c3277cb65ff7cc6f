/** The worker that carries effects out after the commit: claim → look again → send → tell the result as an act. */
import { findIn, type ResultName } from '../../domain/names.ts';
import {
  type Database,
  DatabaseAway,
  type EffectRow,
  type HandleEffect,
  NotYet,
  RemoteGone,
  RemoteRefused,
  RemoteUnreachable,
} from '../../domain/ports.ts';
import { holdsUnreadable } from '../../domain/unreadable.ts';
import { type Act, newAct } from '../act.ts';
import type { EffectKind, Outside } from '../effect.ts';
import { effects } from '../effects.ts';
import type { Log } from '../log/log.ts';
import { type Claimed, claimEffect, isMisfit, isNotWanted, isTooLate } from './claim-effect.ts';
import type { Dispatch } from './dispatch.ts';
import { ringAfter } from './ring-after.ts';
import { createStuckCases, type StuckCases } from './stuck-cases.ts';

/** Seconds before the next try; the last one stands for all that follow. About 12 minutes in all. */
const WAITS = [1, 2, 4, 8, 15, 30, 60, 120, 240, 240];
/** What hangs is given up. The worker renews its claim meanwhile, so nobody else takes the job over. */
const ATTEMPT_MS = 8_000;
const POISON_TRIES = 5;
/** A result that cannot be stored so long holds up nobody but its own case. */
const SLOT_MS = 1_000;

type Deps = {
  database: Database;
  outside: Outside;
  dispatch: Dispatch;
  log: Log;
  /** Keeps below Teams' limits, unless told: the local Teams client has none. */
  isPaced?: boolean;
};
type Worker = Deps & { stuck: StuckCases; isPaced: boolean };

async function send<P>(kind: EffectKind<P>, payload: P, outside: Outside): Promise<unknown> {
  // An address that does not open any more: nobody is called half, or somewhere else.
  if (holdsUnreadable(payload)) throw new RemoteRefused('unreadable');
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

type Ending = {
  name: ResultName | undefined;
  state: 'DONE' | 'WAITING' | 'DEAD';
  failures: number;
  data?: unknown;
  cause?: string;
  afterSeconds?: number;
};

/** What a failure means for the effect: wait and try again, or stop where a person can see it. */
function afterFailure(kind: EffectKind, failure: unknown, failures: number): Ending {
  const wait = kind.isTriedOnce ? undefined : WAITS[failures - 1];
  if (failure instanceof RemoteUnreachable && wait !== undefined) {
    return {
      name: kind.waiting,
      state: 'WAITING',
      failures,
      cause: failure.cause,
      afterSeconds: Math.max(wait, failure.retryAfterSeconds ?? 0),
    };
  }
  const known =
    failure instanceof RemoteUnreachable || failure instanceof RemoteRefused || failure instanceof RemoteGone;
  return { name: kind.dead, state: 'DEAD', failures, cause: known ? failure.cause : 'surprise' };
}

/** Handles one job. Throws only when the database cannot be had; the job then comes back by itself. */
export function createWorker(deps: Deps): HandleEffect {
  const worker: Worker = { isPaced: true, ...deps, stuck: createStuckCases() };
  return async (effectId, isOurs, leaveSlot = () => undefined) => {
    try {
      await handle(worker, effectId, isOurs, leaveSlot);
    } catch (failure) {
      // It says nothing about the effect.
      if (failure instanceof DatabaseAway) throw failure;
      deps.log.surprise('effect', failure);
      await giveUp(deps, effectId, isOurs, leaveSlot, failure);
    }
  };
}

type IsOurs = Parameters<HandleEffect>[1];

async function handle(worker: Worker, effectId: string, isOurs: IsOurs, leaveSlot: () => void): Promise<void> {
  const claimed = await claimEffect(worker, effectId, isOurs);
  // The program may have stood still since then, and somebody else be sending it now.
  if (!claimed || !(await isOurs())) return;
  const result = await carryOut(worker, claimed);
  if (result instanceof NotYet) return putOff(worker.database, claimed.effect, isOurs, result);
  const stop = ringAfter(SLOT_MS, leaveSlot);
  const answer = await worker.dispatch(result).finally(stop);
  // Whoever claimed it last is gone, if the job has come back to us: it is ours to end.
  if (answer.kind === 'overtaken' && (await isOurs())) await handle(worker, effectId, isOurs, leaveSlot);
}

/** Sends it, and tells what came of it. */
async function carryOut(
  { database, outside, log }: Deps,
  { effect, kind, payload, attempts, code, notYet }: Claimed,
): Promise<Act | NotYet> {
  const { failures } = effect;
  if (isNotWanted(payload)) return resultOf(effect, { name: payload.notWanted, state: 'DONE', failures }, attempts);
  if (isMisfit(payload)) {
    log.effect(effect.kind, 'DEAD', payload.refused, attempts, null, code);
    return resultOf(effect, { name: kind.dead, state: 'DEAD', failures, cause: payload.refused }, attempts);
  }
  try {
    if (notYet) throw notYet;
    const data = await send(kind, payload, outside);
    return resultOf(effect, { name: kind.done, state: 'DONE', failures, data }, attempts);
  } catch (failure) {
    if (failure instanceof NotYet && !isTooLate(kind, failure.afterSeconds)) return failure;
    await tellOthers(database, log, failure);
    const known = failure instanceof NotYet ? new RemoteUnreachable('notYet') : failure;
    const ending = afterFailure(kind, known, failures + 1);
    log.effect(effect.kind, ending.state, ending.cause ?? '', attempts, known, code);
    return resultOf(effect, ending, attempts);
  }
}

/** Who asked us to wait asked every copy of the program. Before the result: that may have to wait for its case. */
async function tellOthers(database: Database, log: Log, failure: unknown): Promise<void> {
  if (!(failure instanceof RemoteUnreachable)) return;
  const { target, retryAfterSeconds } = failure;
  if (!target || !retryAfterSeconds) return;
  await database
    .transaction((store) => store.pause(target, retryAfterSeconds), 'background')
    .catch((reason) => log.surprise('database', reason, 'pause'));
}

/** Its turn comes later: back into the queue, as if it had not been looked at. */
const putOff = (database: Database, effect: EffectRow, isOurs: IsOurs, { afterSeconds }: NotYet): Promise<void> =>
  database.transaction(async (store) => {
    if (!(await isOurs(store))) return;
    await store.saveEffect(effect.id, { state: 'WAITING' });
    await store.requeue(effect, afterSeconds);
  }, 'background');

/**
 * Something in an effect itself is broken, before it was sent or in what came of it: a few tries, then it is dead, its
 * case is told and the queue goes on. Where not even this can be written it is the database that is gone, and the job
 * comes back.
 */
async function giveUp(
  { database, dispatch, log }: Deps,
  effectId: string,
  isOurs: IsOurs,
  leaveSlot: () => void,
  surprise: unknown,
): Promise<void> {
  const effect = await database.transaction(async (store) => {
    const found = await store.findEffect(effectId);
    if (!found || found.state === 'DONE' || found.state === 'DEAD' || !(await isOurs(store))) return null;
    const surprises = found.surprises + 1;
    const isDead = surprises >= POISON_TRIES;
    await store.saveEffect(effectId, { state: isDead ? 'DEAD' : 'WAITING', surprises, cause: 'surprise' });
    if (!isDead) await store.requeue(found, surprises);
    return { ...found, surprises, isDead };
  }, 'background');
  if (!effect) return;
  log.effect(effect.kind, effect.isDead ? 'DEAD' : 'WAITING', 'surprise', effect.surprises, surprise, null);
  const name = findIn(effects, effect.kind)?.dead;
  if (!effect.isDead || !name) return;
  const ending: Ending = { name, state: 'DEAD', failures: effect.failures, cause: 'surprise' };
  const stop = ringAfter(SLOT_MS, leaveSlot);
  await dispatch(resultOf(effect, ending, effect.attempts))
    .catch(() => undefined) // logged by the dispatcher
    .finally(stop);
}

/** Each try has one result of a kind: one that was waited for may be given up before it is tried again. */
function resultOf({ id, kind, caseId, subjectId, waitedFor }: EffectRow, ending: Ending, attempts: number): Act {
  const { name = 'effect.ended', state, failures, data = null, cause, afterSeconds } = ending;
  const effect = {
    id,
    kind,
    attempts,
    waitedFor,
    failures,
    state,
    ...(cause ? { cause } : {}),
    ...(afterSeconds ? { afterSeconds } : {}),
  };
  return newAct('result', name, `${id}:${attempts}:${state}`, { caseId, subjectId, data, effect });
}
