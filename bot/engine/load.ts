/**
 * What an act is about, read under its lock. What does not need each other's answer is sent to the database in one go;
 * it carries statements out in the order they are sent, so what is sent after a lock is read once the lock is had.
 */
import { v7 as uuid } from 'uuid';
import { dayOf } from '../../domain/days.ts';
import type { Levels, PersonLimits } from '../../domain/limits.ts';
import type { QueuedCard, Store } from '../../domain/ports.ts';
import { channelOf } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Chat, Posting } from '../../domain/rows/posting.ts';
import { waitingDueItems } from '../../domain/waiting-cards.ts';
import type { Act, Context, Remembered } from '../act.ts';
import type { Found } from './find-step.ts';
import { countAct } from './person-limits.ts';
import { hasInputs, isLive } from './render.ts';

type Loaded = {
  context: Context;
  /** The outcome of the act that this one repeats. */
  seen: Remembered | undefined;
  /** Cards of the case that are queued already. */
  queued: readonly QueuedCard[];
  /** How full the person's limits were before the act; null for the program's own acts. */
  levels: Levels | null;
  /**
   * The effect's claim may have expired under a program that stood still, and somebody else be sending it: whoever
   * claimed it last tells what came of it.
   */
  isOvertaken: boolean;
};

export async function load(store: Store, act: Act, { step, language }: Found, limits: PersonLimits): Promise<Loaded> {
  const ownCases = step.inOwnCases && act.actor ? await lockOwnCases(store, act.actor.personId) : [];
  const [register, read, queued, levels] = await Promise.all([
    store.register(),
    readUnderLock(store, act, step),
    // Asked after the lock: what waits then is claimed after this act.
    step.readsOnly || (!act.postingId && !act.caseId) ? [] : store.listQueuedCards(act),
    // After the locks: whoever waits for a case holds nobody's pace.
    countAct(store, act, limits),
  ]);
  const { file, posting, chat, waiting, seen, isOvertaken } = read;
  // By Entra id alone (the register has each once): in a shared channel the tenant is the channel's.
  const person = register.people.find(({ id, active }) => active && id === act.actor?.personId) ?? null;
  if (person && act.kind !== 'verb') await rememberChat(store, act, person.id, chat);
  if (person) await rememberAddress(store, act, read.address);
  if (waiting.length > 0) await store.plan(waitingDueItems(waiting, store.now));
  // A case's card has its own; elsewhere what the person has chosen, then the word's.
  const chosen = person && !posting?.caseId ? chat?.language : null;
  const context: Context = {
    act,
    form: undefined,
    person,
    file,
    ownCases: person ? ownCases : [],
    posting,
    register,
    language: chosen ?? posting?.language ?? language ?? register.settings.defaultLanguage,
    now: store.now,
    today: dayOf(store.now),
    store,
    hasInputs,
    isLive,
    newId: uuid,
  };
  return { context, seen, queued, levels, isOvertaken };
}

/**
 * Before any row of the person's own, always in the same order: no two acts of theirs wait for each other in a ring.
 */
async function lockOwnCases(store: Store, personId: string): Promise<CaseFile[]> {
  const files = await Promise.all((await store.listCaseIds(personId)).map((id) => store.lockCase(id)));
  return files.filter((file) => file !== null);
}

type Read = {
  file: CaseFile | null;
  posting: Posting | null;
  chat: Chat | null;
  /** Where Teams last spoke to us from in this chat or channel. */
  address: string | null;
  /** Their cards that stand nowhere: whoever types in their chat can be written to there. */
  waiting: { caseId: string; postingId: string }[];
  seen: Remembered | undefined;
  isOvertaken: boolean;
};

/**
 * The case of the card that was pressed, or that the act names; where there is none the act waits for its own likes.
 */
async function readUnderLock(store: Store, act: Act, step: Found['step']): Promise<Read> {
  const { postingId, caseId } = act;
  if (postingId || caseId) {
    const [file, beside] = await Promise.all([
      postingId ? store.lockCaseOf(postingId) : store.lockCase(caseId ?? ''),
      readBeside(store, act, step, act.kind !== 'verb'),
    ]);
    if (file) return { file, posting: file.postings.find(({ id }) => id === postingId) ?? null, ...beside };
  }
  const [, posting, beside] = await Promise.all([
    store.lockKey(postingId ?? act.subjectId ?? keyOf(act)),
    postingId ? store.findPosting(postingId) : null,
    readBeside(store, act, step, true),
  ]);
  return { file: null, posting, ...beside };
}

async function readBeside(store: Store, act: Act, step: Found['step'], asksChat: boolean) {
  const inChat = asksChat && act.at?.personal ? act.actor : null;
  const [chat, address, waiting, seen, effect] = await Promise.all([
    inChat ? store.findChat(inChat.personId) : null,
    act.at ? store.findServiceUrl(channelOf(act.at.conversationId)) : null,
    inChat && act.kind === 'words' ? store.listWaitingCards(inChat.personId) : [],
    step.readsOnly ? undefined : store.findSeenAct(keyOf(act), filledIn(act)),
    act.effect ? store.findEffect(act.effect.id) : null,
  ]);
  return {
    chat,
    address,
    waiting,
    seen: seen as Remembered | undefined,
    isOvertaken: effect?.attempts !== act.effect?.attempts,
  };
}

/**
 * Posting + turn + verb + actor, and what was filled in: Teams sends an invoke again with a new activity id. Everything
 * else has an id of its own.
 */
export const keyOf = (act: Act): string =>
  act.postingId && act.kind === 'verb'
    ? `${act.postingId}:${act.turn}:${act.name}${act.of ? `(${act.of})` : ''}:${act.actor?.personId ?? ''}`
    : `${act.kind}:${act.key}`;

export const filledIn = (act: Act): unknown => (act.kind === 'verb' ? act.data : undefined);

async function rememberChat(store: Store, { at }: Act, personId: string, known: Chat | null): Promise<void> {
  if (!at?.personal) return;
  const { conversationId, serviceUrl, tenantId } = at;
  if (known?.conversationId === conversationId && known.serviceUrl === serviceUrl) return;
  const { language = null, greetedAt = null } = known ?? {};
  await store.saveChat({ personId, tenantId, conversationId, serviceUrl, language, greetedAt });
}

/** What stands in this chat or channel is written to by way of the address that Teams speaks from now. */
async function rememberAddress(store: Store, { at }: Act, address: string | null): Promise<void> {
  if (at && at.serviceUrl !== address) await store.saveServiceUrl(channelOf(at.conversationId), at.serviceUrl);
}
