/**
 * The one road that every act takes: find the step → check access → parse the form → run once, in one transaction →
 * answer. The only try/catch around a step is here.
 */
import type { PersonLimit, PersonLimits } from '../../domain/limits.ts';
import { type Card, type CaseList, type Clock, type Database, DatabaseAway, type Store } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Person, Register } from '../../domain/rows/register.ts';
import type { Act, Context, Outcome, Remembered } from '../act.ts';
import type { Log } from '../log/log.ts';
import { cardsAfter } from './card-after.ts';
import { decide, isFromOutside, leavesAlone } from './decide.ts';
import { type Found, findStep } from './find-step.ts';
import { createCasesOfCards, createLine } from './in-line.ts';
import { listed } from './listed.ts';
import { filledIn, keyOf, load } from './load.ts';
import { PATIENCE_MS, patiently } from './patiently.ts';
import { asPressed, limitAfter, limitBefore, refuseTooMuch } from './person-limits.ts';
import { renderAnswer, renderSurprise } from './render.ts';
import { entryOf, storeOutcome } from './store-outcome.ts';
import { waitsUntil, whenAlone } from './when-alone.ts';

export type Dispatch = (act: Act) => Promise<Answer>;

/**
 * `card` answers an invoke; `failed` tells the client to keep what was typed; `none` where nobody waits for a card.
 * `overtaken`: an effect's result that changed nothing, since its effect has been claimed once more.
 */
export type Answer = { kind: 'card'; card: Card } | { kind: 'failed'; text: string } | { kind: 'none' | 'overtaken' };

/** What the answer is drawn from: everything as it is after the act. */
type Done = {
  posting: Posting | null;
  person: Person | null;
  register: Register;
  file: CaseFile | null;
  listed: CaseList;
  remembered: Remembered;
};

type Deps = { database: Database; clock: Clock; log: Log; publicUrl: string; limits: PersonLimits };

/**
 * Throws what went wrong, but to whoever has pressed: that is answered. DatabaseAway where it can be done again later.
 */
export function createDispatch(deps: Deps): Dispatch {
  const { database, clock, log, publicUrl } = deps;
  const inLine = createLine();
  const cases = createCasesOfCards();
  /** The case, where it is known; else the card is its own line. */
  const lineOf = ({ postingId, caseId }: Act) => (postingId ? (cases.of(postingId) ?? postingId) : caseId);
  /** Whoever presses a hundred times has one place in a case's line, also before it is known who they are. */
  const placeOf = (act: Act) => (act.actor ? `${act.actor.personId} ${lineOf(act) ?? ''}` : null);

  return async (act) => {
    const found = findStep(act);
    const until = waitsUntil();
    try {
      const done = await patiently(PATIENCE_MS[act.kind], (isOver) =>
        whenAlone(until, (mayWait) =>
          inLine(placeOf(act), () =>
            inLine(lineOf(act), () => {
              if (isOver()) throw new DatabaseAway('lock');
              return stored(act, async (store) => {
                const done = await carryOut(deps, store, act, found, mayWait);
                // They have been told to do it again by now.
                if (isOver()) throw new DatabaseAway('slow');
                return done;
              });
            }),
          ),
        ),
      );
      if (!done) return { kind: 'overtaken' };
      if (act.postingId && done.file) cases.remember(act.postingId, done.file.case.id);
      return act.kind === 'verb' ? answer(act, done) : { kind: 'none' };
    } catch (failure) {
      log.surprise('act', failure, act.kind === 'words' ? 'words' : act.name);
      const text = failure instanceof DatabaseAway ? 'err.away' : 'err.surprise';
      if (act.kind === 'verb') return { kind: 'failed', text: renderSurprise(text) };
      throw failure;
    }
  };

  /** The next try of a card whose case is locked waits in that case's line. */
  async function stored<T>(act: Act, work: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await database.transaction(work, isFromOutside(act) ? 'person' : 'background');
    } catch (failure) {
      const { postingId } = act;
      if (failure instanceof DatabaseAway && failure.cause === 'lock' && postingId && !cases.of(postingId)) {
        const posting = await database.transaction((store) => store.findPosting(postingId));
        if (posting?.caseId) cases.remember(postingId, posting.caseId);
      }
      throw failure;
    }
  }

  /** The act is stored: a card that cannot be drawn must not say that nothing happened. */
  function answer(act: Act, done: Done): Answer {
    try {
      return { kind: 'card', card: renderAnswer({ ...done, act, now: clock.now(), publicUrl }) };
    } catch (surprise) {
      log.surprise('answer', surprise, act.name);
      return { kind: 'failed', text: renderSurprise('err.notShown') };
    }
  }
}

/** Load → recognise a repeat → decide → store, in this order of locks: the case row first, the audit row last. */
async function carryOut(
  { limits, log }: Deps,
  store: Store,
  act: Act,
  found: Found,
  mayWait: boolean,
): Promise<Done | null> {
  const { step } = found;
  const { context, seen, queued, levels, isOvertaken } = await load(store, act, found, limits);
  const { file, posting } = context;
  if (isOvertaken) return null;
  const isWrittenAnew = Boolean(act.edits && seen?.notUnderstood);
  if (seen && !isWrittenAnew) return done(context, file, posting, seen);

  const refuse = async (limit: PersonLimit): Promise<Done> => {
    const outcome = await refuseTooMuch(context, step, limit, log);
    return done(context, file, asPressed(posting, act), remember(outcome));
  };
  const before = limitBefore(act, levels, limits);
  if (before) return refuse(before);
  const outcome = await decide(step, context, mayWait);
  const after = cardsAfter(step, context, outcome);
  const tooMuch = limitAfter(store, act, levels, after, limits);
  if (tooMuch) return refuse(tooMuch);
  const remembered = remember(outcome);
  await storeOutcome(store, context, outcome, after, queued);
  // Who was refused may be let in later, and then presses the same button.
  if (isWrittenAnew) await store.forgetSeenAct(keyOf(act));
  if (!step.readsOnly && !leavesAlone(outcome)) await store.saveSeenAct(keyOf(act), remembered, filledIn(act));
  await store.audit(entryOf(context, outcome));
  return done(context, after.file, after.posting, remembered);
}

const remember = ({ glimpse, notice, errors, keepTyped, notUnderstood }: Outcome): Remembered => ({
  ...(glimpse ? { glimpse } : {}),
  ...(notice ? { notice } : {}),
  ...(errors ? { errors } : {}),
  ...(keepTyped ? { keepTyped } : {}),
  ...(notUnderstood ? { notUnderstood } : {}),
});

async function done(
  { person, register, store }: Context,
  file: CaseFile | null,
  posting: Posting | null,
  remembered: Remembered,
): Promise<Done> {
  return { person, register, file, posting, listed: await listed(store, posting), remembered };
}
