/**
 * What an Act, a Step, an Outcome and a Page are. Over 200 lines because whoever writes a step reads all of it: it is
 * one vocabulary, with types and next to no code.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import type { ZodType } from 'zod';
import type { CardContract, CardData } from '../cards/contract.ts';
import type { TextKey, Voice } from '../cards/texts/say.ts';
import { worksIn } from '../domain/access.ts';
import type { CaseStatus, Language, PostingKind } from '../domain/codes.ts';
import type { OutcomeCode, PageName, PageRef } from '../domain/names.ts';
import type { CaseList, NewDueItem, NewEffect, Part, Store } from '../domain/ports.ts';
import { homePage } from '../domain/posting.ts';
import type { CaseFile, Change } from '../domain/rows/case-file.ts';
import type { Posting } from '../domain/rows/posting.ts';
import type { ChannelRow, Person, Register } from '../domain/rows/register.ts';

/** An act with nothing but its kind, name and key; what it has besides stands in `more`. */
export const newAct = (kind: Act['kind'], name: string, key: string, more: Partial<Act> = {}): Act => ({
  kind,
  name,
  key,
  actor: null,
  at: null,
  messageId: null,
  postingId: null,
  turn: null,
  of: null,
  caseId: null,
  subjectId: null,
  data: null,
  ...more,
});

/** A text by its key in the text files, with its values: codes, dates and counts, never a typed word. */
export type Say = { key: TextKey; values?: Record<string, string | number> };

/** The same, as it comes out of a row: an older program may have had another text. */
export type KeptSay = { key: string; values?: Record<string, string | number> };

/**
 * Something that happens to the program: a click, a typed word, a Graph notification, a due item, an effect's result.
 * `key` tells it apart from its repeats where there is no posting and turn.
 */
export type Act = {
  kind: 'verb' | 'words' | 'event' | 'notification' | 'due' | 'result';
  name: string;
  key: string;
  /**
   * Who presses or types, by Entra id: in a shared channel the tenant (`at`) is the channel's and says nothing of it.
   */
  actor: { personId: string } | null;
  at: { tenantId: string; conversationId: string; serviceUrl: string; personal: boolean } | null;
  /** The message that the pressed card stands in. */
  messageId: string | null;
  postingId: string | null;
  turn: string | null;
  /** Of a row's button: which row of its page, by its number (`measure.change:7`). */
  of: string | null;
  caseId: string | null;
  subjectId: string | null;
  data: unknown;
  /** Of words: their message has been changed. They count where what stood there was not understood. */
  edits?: true;
  /** For a result: the effect it comes from, which time it was sent, and how it stands now. */
  effect?: {
    id: string;
    kind: string;
    attempts: number;
    waitedFor: boolean;
    failures: number;
    state: 'DONE' | 'WAITING' | 'DEAD';
    cause?: string;
    afterSeconds?: number;
  };
};

/** What a step knows when it decides. All of it was read in this transaction, under the case row's lock. */
export type Context<F = unknown> = {
  act: Act;
  form: F;
  person: Person | null;
  /** The case; steps that need one are refused before they run when there is none. */
  file: CaseFile | null;
  /** The person's open cases, locked too, for a step that writes in them (`inOwnCases`); else none. */
  ownCases: readonly CaseFile[];
  posting: Posting | null;
  register: Register;
  language: Language;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  store: Store;
  /** Somebody may be typing on the page. */
  hasInputs(page: PageRef): boolean;
  /** The page may be drawn anew at any time: no inputs, and nothing that is for one person. */
  isLive(page: PageRef): boolean;
  /** UUIDv7 for a new row: ids are made in the program and sort by time. */
  newId: () => string;
};

/** What a step decided. The dispatcher stores it, in this order: changes, due items, effects, posting, audit. */
export type Outcome = {
  /** Short code for the audit row: `ok`, or why not. */
  code: OutcomeCode;
  changes?: Change[];
  effects?: NewEffect[];
  due?: NewDueItem[];
  /** The page that the pressed posting shows from now on. */
  page?: PageRef;
  /**
   * From now on a saved page goes back to the list it was opened from, or on to the next page (all in one sweep); null: to
   * the overview again.
   */
  backTo?: Posting['backTo'];
  /** A page shown in this answer only, to the one who pressed. */
  glimpse?: PageRef;
  notice?: Say;
  /** The notice is about a person: it is for the one who pressed, and does not stand on the card. */
  aside?: true;
  /** Sentences at the fields of the form. */
  errors?: Record<string, Say>;
  /** What is typed and not stored stays in the fields of this answer. */
  keepTyped?: true;
  /** The person's language from now on. */
  language?: Language;
  /** A unit's channel from now on. */
  channel?: ChannelRow;
  /** The words say nothing that is known: written anew in the same message they count. */
  notUnderstood?: true;
  /** The button was answered with a warning: pressing it again means that it is right so. */
  warned?: true;
};

/**
 * What is kept of an outcome so that the act's repeats get the same answer: keys and codes only, drawn anew after a
 * fresh access check.
 */
export type Remembered = Pick<Outcome, 'glimpse' | 'keepTyped' | 'notUnderstood'> & {
  notice?: KeptSay;
  errors?: Record<string, KeptSay>;
};

/** Sentences at fields; the rest of the page stays as it is. */
export const invalid = (errors: Record<string, TextKey | Say>): Outcome => ({
  code: 'invalid',
  errors: Object.fromEntries(
    Object.entries(errors).map(([field, text]) => [field, typeof text === 'string' ? { key: text } : text]),
  ),
});

/** What the page was about is over, whatever was filled in on it: the card as it is now, and a sentence that says so. */
export const old = (file: CaseFile): Outcome => ({ code: 'old', page: homePage(file), notice: { key: 'err.old' } });

/**
 * Asked once, in a sentence that says what follows; pressed again under that sentence it goes through (null). Other
 * answers, a case that has changed and a card on another device have not been asked: they are asked anew.
 */
export function askOnce({ act, posting }: Context, code: OutcomeCode, question: Say): Outcome | null {
  const { key, values = {} } = question;
  const stands = posting?.notice;
  const isAsked =
    posting?.warned === act.name &&
    posting.turn === act.turn &&
    stands?.key === key &&
    isDeepStrictEqual(stands.values ?? {}, values);
  return isAsked ? null : { code, notice: question, keepTyped: true, warned: true };
}

export type Access = (
  person: Person,
  file: CaseFile | null,
  posting: Posting | null,
  today: Temporal.PlainDate,
) => boolean;

export type Step<F = unknown> = {
  /** Turning pages and looking: never a repeat, never old, gives the card no new turn. */
  readsOnly?: true;
  /** Works from an old card too. */
  worksWhenOld?: true;
  /** Belongs to a case. */
  case?: true;
  /** Writes on the person's cards in all of their open cases. */
  inOwnCases?: true;
  /**
   * On which cards its button stands; pressed on another, nothing happens. Of a case: its own card, unless it is said.
   */
  on?: readonly PostingKind[];
  /** The statuses of the case in which it is possible; elsewhere the card turns to where the process is. */
  during?: readonly CaseStatus[];
  /** "Tillbaka": nothing that is typed is asked about, and the list that the page was opened from comes back. */
  leaves?: true;
  /** Waits a little for what is just being sent in the case, so that nothing starts after it. */
  waitsForSending?: true;
  /** The page its inputs stand on: what was typed there is shown again when the card had become old. */
  inputsOn?: PageName;
  /** It adds a row and changes none: whoever else has the page open is not made old by it. */
  adds?: true;
  /**
   * Who may, of those who may view the card (`mayView`). Acts without an actor (due items, results, notifications) come
   * from the program itself.
   */
  mayPress?: Access | 'anybody';
  /** Parses the card's inputs; its issues become sentences at the fields. */
  form?(context: Context): ZodType<F>;
  /**
   * Its free-text fields: a name or telephone number in them is asked about once, in the plan also what never stands
   * there.
   */
  typed?: readonly string[];
  run(context: Context<F>): Outcome | Promise<Outcome>;
};

/**
 * What a projection sees: a card is a function of this and nothing else. `viewer` is null for a message that the bot
 * posts or updates.
 */
export type View = {
  posting: Posting;
  file: CaseFile | null;
  /** For overviews of several cases: those that the page lists. */
  listed: CaseList;
  viewer: Person | null;
  register: Register;
  /** Speaks of a child and a family, or of somebody who is of age. */
  language: Voice;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  /** What the one who pressed had typed, where it was not taken; empty on every message that stands. */
  typed: readonly string[];
  /** For links to papers; a message that stands has none. */
  publicUrl: string;
};

/** What a page shows: the card's data, and what stands filled in in its inputs. */
export type Picture<C extends CardContract = CardContract> = { data: CardData<C>; values?: InputValues };
export type InputValues = Record<string, string | boolean | string[]>;

/** One page of a posting: its card, and the projection from the case to what the card shows. */
export type Page = {
  card: CardContract;
  /** Has inputs but no typed word, so it may stand in a chat although nothing updates it from outside. */
  stands: boolean;
  /** Which of the person's cases an overview lists. */
  lists: Part | null;
  show(view: View): Picture;
};

export const definePage = <C extends CardContract>(
  card: C,
  show: (view: View) => Picture<C>,
  more: { stands?: true; lists?: Part } = {},
): Page => ({ card, show, stands: more.stands ?? false, lists: more.lists ?? null });

/** For pages of a case: the file is there, or the page could not have been asked for. */
export function caseOf(view: { file: CaseFile | null }): CaseFile {
  if (!view.file) throw new Error('this page belongs to a case');
  return view.file;
}

/** What a step of a case knows: by the time it runs, the case has been read and locked. */
export type CaseContext<F = unknown> = Context<F> & { file: CaseFile };

type CaseStepParts<F> = Omit<Step<F>, 'case' | 'form' | 'run'> & {
  form?(context: CaseContext): ZodType<F>;
  run(context: CaseContext<F>): Outcome | Promise<Outcome>;
};

/** "Tillbaka" of a page. */
export const leaving = <S extends object>(step: S) => ({ ...step, leaves: true as const });

/**
 * A step of a case: `run` is given what the form makes of the inputs. Where nothing is said of who may press, it is
 * those who work in the case.
 */
export const caseStep = <F = undefined>({ mayPress = worksIn, on = ['CASE'], ...parts }: CaseStepParts<F>) => ({
  ...parts,
  case: true as const,
  on,
  mayPress,
});
