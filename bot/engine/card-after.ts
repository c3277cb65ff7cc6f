/** A card's life, from one act to the next: where the pressed one turns to, which others are old or drawn anew. */
import { v7 as uuid } from 'uuid';
import { backToList } from '../../domain/back-to-list.ts';
import { withChanges } from '../../domain/changes.ts';
import { lockedPlan } from '../../domain/current.ts';
import { measureEvents } from '../../domain/measure-events.ts';
import { changesLook, pageNow, turnOf, wantAgain } from '../../domain/posting.ts';
import { isQuiet } from '../../domain/quiet.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { keepUnreadable } from '../../domain/unreadable.ts';
import type { Act, Context, Outcome, Step } from '../act.ts';
import { leavesAlone } from './decide.ts';
import { isLive } from './render.ts';

/** Everything that is written, the pressed card and its case as they are then. */
export type After = { changes: Change[]; file: CaseFile | null; posting: Posting | null };

export function cardsAfter(step: Step, context: Context, outcome: Outcome): After {
  const { file: before } = context;
  const wanted = outcome.changes ?? [];
  const kept = before ? keepUnreadable(before, wanted, step.typed !== undefined) : wanted;
  const written = before && withChanges(before, kept);
  const events = before && written ? history(before, written, context) : [];
  const decided = [...kept, ...events];
  const file = written && withChanges(written, events);
  const turned =
    context.posting && !leavesAlone(outcome)
      ? turnedCard(step, context.act, context.posting, whereItLeads(step, outcome, context.posting, file, context))
      : [];
  const cards = [...turned, ...outdate(step, context, file, decided)];
  const shown = file && withChanges(file, cards);
  const pressed = context.posting && withPosting(context.posting, turned);
  const wasAtTable = before !== null && isQuiet(before, context.now);
  const follow = followChanges(shown, pressed, [...decided, ...cards], wasAtTable);
  const after = shown && withChanges(shown, follow);
  return {
    changes: [...decided, ...cards, ...follow],
    file: after,
    posting: after?.postings.find(({ id }) => id === pressed?.id) ?? pressed,
  };
}

/** What became of the measures that are in force, whichever step it was. */
const history = (before: CaseFile, after: CaseFile, { now, person, newId }: Context): Change[] =>
  measureEvents({ before, after, now, personId: person?.id ?? null, newId });

/** The list it was opened from; and a page of the preparation that the case has left is the case's card. */
function whereItLeads(
  { leaves }: Step,
  outcome: Outcome,
  posting: Posting,
  file: CaseFile | null,
  context: Context,
): Outcome {
  if (!file) return outcome;
  const led = { ...outcome, ...backToList(outcome, posting, { ...context, file }, leaves === true) };
  return led.page === undefined ? led : { ...led, page: pageNow(led.page, file) };
}

/**
 * The pressed card after the act: a new turn unless it was only read, the page it shows from now on, and the sentence
 * about what happened. In a channel that sentence is for the one who pressed, so it is not kept there.
 */
function turnedCard(
  step: Step,
  { name }: Act,
  posting: Posting,
  { code, page, notice, aside, warned, errors, backTo }: Outcome,
): Change[] {
  const isTurned = page !== undefined && page !== posting.page;
  // A page that is opened anew has asked nothing yet.
  const isOpened = step.readsOnly === true && page !== undefined;
  if (step.readsOnly && !isTurned && !(isOpened && posting.warned)) return [];
  const isPersonal = posting.kind === 'CASE' || posting.kind === 'CASES';
  // An old card on one device must not make the open one on another old.
  const keepsTurn = step.readsOnly || code === 'old';
  const set = {
    ...(keepsTurn ? {} : { turn: turnOf(uuid()) }),
    ...(isTurned ? { page } : {}),
    ...(backTo === undefined ? {} : { backTo }),
    ...(code === 'old' ? {} : { notice: isPersonal && !aside ? (notice ?? null) : null }),
    // An answer to other fields does not ask about the same text again.
    ...(!isOpened && (keepsTurn || (errors && !warned)) ? {} : { warned: warned ? name : null }),
  };
  return Object.keys(set).length > 0 ? [{ in: 'posting', id: posting.id, set }] : [];
}

const withPosting = (posting: Posting, [change]: readonly Change[]): Posting =>
  change?.in === 'posting' ? { ...posting, ...change.set } : posting;

/**
 * Whoever else has the page open that was saved now has it from before: pressed there, it is old, and what was typed
 * stays. So is every page once the next version of the plan is locked: what was to be said of the one before is not said
 * of this one.
 */
function outdate(
  { inputsOn, adds }: Step,
  { file: before, posting }: Context,
  after: CaseFile | null,
  decided: readonly Change[],
): Change[] {
  if (!before || !after) return [];
  const isSaved = !adds && decided.some((change) => change.in !== 'posting');
  const isNewVersion = lockedPlan(before) !== undefined && lockedPlan(before)?.id !== lockedPlan(after)?.id;
  return before.postings
    .filter(({ id, kind, page }) => {
      return id !== posting?.id && kind === 'CASE' && (isNewVersion || (isSaved && page === inputsOn));
    })
    .map(({ id }) => ({ in: 'posting', id, set: { turn: turnOf(uuid()) } }));
}

/**
 * The cards that must be shown anew after these changes: every live page of the case when a row of it changed, and the
 * pressed card itself, whose buttons have a new turn. What the others said about their last act is over then, but for
 * what waits until a meeting has ended. A page with inputs is never changed under somebody's fingers, and what has no
 * chat to stand in waits for one.
 */
function followChanges(
  file: CaseFile | null,
  pressed: Posting | null,
  changes: readonly Change[],
  keepsNotices: boolean,
): Change[] {
  const rowsChanged = changes.some((change) => change.in !== 'posting');
  const touched = new Set(changes.filter(changesLook).map((change) => change.id));
  const stands = ({ conversationId }: Posting) => conversationId !== null;
  return (file?.postings ?? (pressed ? [pressed] : []))
    .filter(
      (posting) =>
        isLive(pageNow(posting.page, file)) && stands(posting) && ((file && rowsChanged) || touched.has(posting.id)),
    )
    .map((posting) => wantAgain(posting, touched.has(posting.id) || keepsNotices ? {} : { notice: null }));
}
