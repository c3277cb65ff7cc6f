/**
 * The one road that every act takes: find the step → parse the form → check access → run once, in one transaction →
 * answer. The only try/catch around a step is here.
 */
import { v7 as uuid } from 'uuid';
import { nextOnPaper } from '../../domain/all-on-paper.ts';
import { withChanges } from '../../domain/changes.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { Card, CaseList, Clock, Database, NewEffect, Store } from '../../domain/ports.ts';
import { pageNow, turnOf } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Person, Register } from '../../domain/rows/register.ts';
import type { Act, Context, Outcome, Remembered, Step } from '../act.ts';
import type { Log } from '../log/log.ts';
import { decide, STRANGER } from './decide.ts';
import { type Found, findStep } from './find-step.ts';
import { followChanges, outdate } from './follow-changes.ts';
import { listed } from './listed.ts';
import { filledIn, keyOf, load } from './load.ts';
import { renderAnswer, renderSurprise } from './render.ts';
import { OnItsWay, whenAlone } from './when-alone.ts';

export type Dispatch = (act: Act) => Promise<Answer>;

/** `card` answers an invoke; `failed` tells the client to keep what was typed; `none` where nobody waits for a card. */
export type Answer = { kind: 'card'; card: Card } | { kind: 'failed'; text: string } | { kind: 'none' };

/** What the answer is drawn from: everything as it is after the act. */
type Done = {
  posting: Posting | null;
  person: Person | null;
  register: Register;
  file: CaseFile | null;
  listed: CaseList;
  remembered: Remembered;
};

type Deps = { database: Database; clock: Clock; log: Log; publicUrl: string };

export function createDispatch({ database, clock, log, publicUrl }: Deps): Dispatch {
  return async (act) => {
    const found = findStep(act);
    try {
      const done = await whenAlone((mayWait) => database.transaction((store) => carryOut(store, act, found, mayWait)));
      return act.kind === 'verb' ? answer(act, done) : { kind: 'none' };
    } catch (surprise) {
      log.surprise(act.kind === 'words' ? 'words' : act.name, surprise);
      if (act.kind === 'verb') return { kind: 'failed', text: renderSurprise('err.surprise') };
      throw surprise;
    }
  };

  /** The act is stored: a card that cannot be drawn must not say that nothing happened. */
  function answer(act: Act, done: Done): Answer {
    try {
      return { kind: 'card', card: renderAnswer({ ...done, act, now: clock.now(), publicUrl }) };
    } catch (surprise) {
      log.surprise(`${act.name} (answer)`, surprise);
      return { kind: 'failed', text: renderSurprise('err.notShown') };
    }
  }
}

/** Load → recognise a repeat → decide → store, in this order of locks: the case row first, the audit row last. */
async function carryOut(store: Store, act: Act, found: Found, mayWait: boolean): Promise<Done> {
  const { step } = found;
  const { context, seen, isOnItsWay, isOvertaken } = await load(store, act, found);
  const { file, posting } = context;
  if (isOvertaken) return done(context, file, posting, {});
  if (isOnItsWay && mayWait) throw new OnItsWay();
  if (seen) return done(context, file, posting, seen);

  const outcome = await decide(step, context);
  const after = file && withChanges(file, outcome.changes ?? []);
  const turned = posting ? turn(step, act, posting, whereItIs(toList(outcome, posting, after, context), after)) : [];
  const outdated = outdate(step, file, posting, outcome.changes);
  const decided = [...(outcome.changes ?? []), ...turned, ...outdated];
  const decidedFile = after && withChanges(after, [...turned, ...outdated]);
  const pressed = posting && withPosting(posting, turned);
  const follow = decided.length > 0 ? followChanges(decidedFile, pressed, decided) : [];
  await storeOutcome(store, act, context, outcome, [...decided, ...follow], follow);

  const remembered = remember(outcome);
  if (!step.readsOnly) await store.saveSeenAct(keyOf(act), remembered, filledIn(act));
  await store.audit({
    tenantId: act.actor?.tenantId ?? null,
    actorId: act.actor?.personId ?? null,
    act: act.kind === 'words' ? 'words' : act.name,
    caseId: file?.case.id ?? act.caseId ?? outcome.changes?.find((change) => change.in === 'case')?.id ?? null,
    subjectId: act.subjectId ?? posting?.id ?? null,
    // What could not be sent says why: the class of what the other side said.
    outcome: outcome.code === 'dead' ? (act.effect?.cause ?? 'dead') : outcome.code,
  });
  const shown = decidedFile && withChanges(decidedFile, follow);
  return done(context, shown, shown?.postings.find((row) => row.id === posting?.id) ?? pressed, remembered);
}

/**
 * A page that was opened from the list of what is missing, or from the answers, goes back there when it is saved; with
 * everything on paper, on.
 */
function toList(outcome: Outcome, posting: Posting, file: CaseFile | null, context: Context): Outcome {
  const backTo = outcome.backTo === undefined ? posting.backTo : outcome.backTo;
  if (outcome.page !== 'guide' || backTo === null || file?.case.status !== 'PREPARING') return outcome;
  if (backTo === 'PAPER' && context.act.name.endsWith('.back')) return { ...outcome, backTo: null };
  const moment = { ...context, file };
  const next = backTo === 'PAPER' ? nextOnPaper(posting.page, moment) : null;
  return next
    ? { ...outcome, page: next }
    : { ...outcome, page: missingBeforeKallelse(moment).length > 0 ? 'missing' : 'check', backTo: 'LIST' };
}

/** A page of the preparation that the case has left is the case's card. */
const whereItIs = (outcome: Outcome, file: CaseFile | null): Outcome =>
  outcome.page === undefined ? outcome : { ...outcome, page: pageNow(outcome.page, file) };

/**
 * The pressed card after the act: a new turn unless it was only read, the page it shows from now on, and the sentence
 * about what happened. In a channel that sentence is for the one who pressed, so it is not kept there.
 */
function turn(
  step: Step,
  { name }: Act,
  posting: Posting,
  { code, page, notice, aside, warned, errors, backTo }: Outcome,
): Change[] {
  if (STRANGER.includes(code)) return [];
  const isTurned = page !== undefined && page !== posting.page;
  if (step.readsOnly && !isTurned) return [];
  const isPersonal = posting.kind === 'CASE' || posting.kind === 'CASES';
  // An old card on one device must not make the open one on another old.
  const keepsTurn = step.readsOnly || code === 'old';
  const set = {
    ...(keepsTurn ? {} : { turn: turnOf(uuid()) }),
    ...(isTurned ? { page } : {}),
    ...(backTo === undefined ? {} : { backTo }),
    ...(code === 'old' ? {} : { notice: isPersonal && !aside ? (notice ?? null) : null }),
    // An answer to other fields does not ask about the same text again.
    ...(keepsTurn || (errors && !warned) ? {} : { warned: warned ? name : null }),
  };
  return Object.keys(set).length > 0 ? [{ in: 'posting', id: posting.id, set }] : [];
}

const withPosting = (posting: Posting, [change]: readonly Change[]): Posting =>
  change?.in === 'posting' ? { ...posting, ...change.set } : posting;

async function storeOutcome(
  store: Store,
  act: Act,
  { file, person }: Context,
  outcome: Outcome,
  changes: Change[],
  follow: Change[],
): Promise<void> {
  if (changes.length > 0) await store.apply(changes);
  const chat = outcome.language && person ? await store.findChat(person.id) : null;
  if (chat && outcome.language) await store.saveChat({ ...chat, language: outcome.language });
  if (outcome.due?.length) await store.plan(outcome.due);
  const shown = follow.map((change): NewEffect => ({ kind: 'card', subjectId: change.id, caseId: file?.case.id }));
  const effects = [...(outcome.effects ?? []), ...shown];
  const once = effects.filter(
    (one, n) => effects.findIndex((same) => same.kind === one.kind && same.subjectId === one.subjectId) === n,
  );
  if (once.length > 0) await store.queue(once);
  if (act.kind === 'due') await store.endDue(act.key);
  if (!act.effect) return;
  const { id, state, cause = null, afterSeconds = 1 } = act.effect;
  await store.saveEffect(id, { state, cause });
  if (state === 'WAITING') await store.requeue(id, afterSeconds);
}

const remember = ({ glimpse, notice, errors, keepTyped }: Outcome): Remembered => ({
  ...(glimpse ? { glimpse } : {}),
  ...(notice ? { notice } : {}),
  ...(errors ? { errors } : {}),
  ...(keepTyped ? { keepTyped } : {}),
});

async function done(
  { person, register, store }: Context,
  file: CaseFile | null,
  posting: Posting | null,
  remembered: Remembered,
): Promise<Done> {
  return { person, register, file, posting, listed: await listed(store, posting), remembered };
}
