/**
 * What the rest of the program needs from outside. `prisma` implements Store, `graph` Calendar, `bot/http` Channel.
 * Long because all that is outside stands together, with no code.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Answer } from './codes.ts';
import type { SeenLink } from './join-link.ts';
import type { Levels, PersonLimits } from './limits.ts';
import type { DueKind, EffectName } from './names.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Chat, Posting } from './rows/posting.ts';
import type { PrintLink } from './rows/print-link.ts';
import type { ChannelRow, Register } from './rows/register.ts';

export interface Clock {
  now(): Temporal.Instant;
}

/**
 * The other side understood and said no: trying again gives the same answer. `cause` is a class (code), never a text.
 */
export class RemoteRefused extends Error {
  override readonly cause: string;
  constructor(cause: string) {
    super(`refused: ${cause}`);
    this.cause = cause;
  }
}

/** We may not write there any more (blocked, not installed): nothing is tried there until somebody lets us in again. */
export class RemoteShut extends RemoteRefused {}

/**
 * The other side could not be reached or asked us to wait: try again, not before `retryAfterSeconds`. `target`: for
 * whom that holds, also in every other copy of the program (a mailbox, or "app" for all of them).
 */
export class RemoteUnreachable extends Error {
  override readonly cause: string;
  readonly retryAfterSeconds: number | undefined;
  readonly target: string | undefined;
  constructor(cause: string, retryAfterSeconds?: number, target?: string) {
    super(`unreachable: ${cause}`);
    this.cause = cause;
    this.retryAfterSeconds = retryAfterSeconds;
    this.target = target;
  }
}

/** Why it is refused where the mailbox itself is no more. */
export const NO_CALENDAR = 'noMailbox';

/** Where Graph's wish to wait holds for the program as a whole. */
export const APP = 'app';

/** What was addressed is not there any more (deleted event, lost chat). */
export class RemoteGone extends Error {
  override readonly cause = 'gone';
}

/**
 * It is not its turn: a pace that is kept, a pause that somebody asked for. Nothing was sent, and it counts as no try.
 */
export class NotYet extends Error {
  readonly afterSeconds: number;
  constructor(afterSeconds: number) {
    super('not yet');
    this.afterSeconds = afterSeconds;
  }
}

// ------------------------------------------------------------------------------------------------ Calendar

/** An invitation exactly as it will stand in the calendars. Every text comes from the text files and the register. */
export type Booking = {
  organizerId: string;
  transactionId: string;
  subject: string;
  body: string;
  startAt: Temporal.Instant;
  endAt: Temporal.Instant;
  /** Register place, or null when the place is told by word of mouth. */
  place: string | null;
  attendees: { mail: string; name: string }[];
  /** With a link to join from afar, where the organizer's calendar makes one. */
  online: boolean;
};

/** Without `place` it stays where it is; null takes it away. */
export type NewTime = Pick<Booking, 'startAt' | 'endAt'> & { place?: string | null };

export type EventRef = { organizerId: string; eventId: string };

/** `allDay`: from midnight to midnight in Sweden. */
export type EventState = {
  startAt: Temporal.Instant;
  endAt: Temporal.Instant;
  allDay: boolean;
  cancelled: boolean;
  /** What stands there as its place: anybody may have written it. Empty where none does. */
  place: string;
  link: SeenLink;
  /** When something of it was changed last; null where the calendar does not say. */
  changedAt: Temporal.Instant | null;
  /** Everybody in it but rooms. `mail`: as `mailboxAddress` writes it; empty where there is none. */
  answers: { mail: string; answer: Answer; at: Temporal.Instant | null }[];
};

/**
 * Somebody who is called, with every address of the mailbox, as `mailboxAddress` writes them; `placed`: others that are
 * theirs, as somebody has said.
 */
export type CalledMailbox = { mail: string; name: string; addresses: string[]; placed: string[] };
/** Who goes out of the event: these addresses, and whoever is of these mail domains. */
export type OutOfEvent = { addresses: string[]; domains: string[] };

/** Busy times of one mailbox; `seen: false` when its calendar cannot be read (another organisation). */
export type Availability = {
  mail: string;
  seen: boolean;
  busy: { startAt: Temporal.Instant; endAt: Temporal.Instant }[];
};

export type SubscriptionState = { subscriptionId: string; expiresAt: Temporal.Instant };

/**
 * Every call may throw RemoteRefused, RemoteUnreachable or RemoteGone, and answers within its own time limit; NotYet
 * while Graph wants no calls for that mailbox.
 */
export interface Calendar {
  /** Idempotent by `transactionId`: a repeated call answers with the event that exists. */
  book(booking: Booking): Promise<{ eventId: string; link: SeenLink }>;
  /** Cancels with a neutral comment; an event that is gone already counts as cancelled. */
  cancel(event: EventRef, comment: string): Promise<void>;
  /**
   * Replaces those whom the bot calls: who stays keeps their answer, and everybody else who stands there stays. Where
   * it is so already nothing is written. Throws RemoteGone when the event is not there.
   */
  setAttendees(event: EventRef, called: CalledMailbox[], out: OutOfEvent): Promise<void>;
  /**
   * Takes the place out of the event: from now on it is told by word of mouth. `left`: what stands there then, where
   * one can join from afar. Throws RemoteGone when the event is not there.
   */
  clearPlace(event: EventRef, left: string): Promise<void>;
  /**
   * Gives the event a new time, and a place where one is named; all else stays. Everybody is mailed, and a new time
   * asks everybody again. An event that already stands so is left alone, one that is changed meanwhile is read again
   * (RemoteUnreachable). Answers with when it was changed. Throws RemoteGone when it is not there.
   */
  move(event: EventRef, to: NewTime): Promise<Temporal.Instant | null>;
  /**
   * The live event of a booking whose answer was lost. One of an older program is looked for around these times. Null:
   * it is not found, and may stand there all the same.
   */
  findBooking(organizerId: string, transactionId: string, times: readonly Temporal.Instant[]): Promise<EventRef | null>;
  /** Null when the event does not exist any more. */
  read(event: EventRef): Promise<EventState | null>;
  availability(
    organizerId: string,
    mails: string[],
    from: Temporal.Instant,
    to: Temporal.Instant,
  ): Promise<Availability[]>;
  subscribe(mailboxId: string, clientState: string, expiresAt: Temporal.Instant): Promise<SubscriptionState>;
  renew(subscriptionId: string, expiresAt: Temporal.Instant): Promise<SubscriptionState>;
}

// ------------------------------------------------------------------------------------------------ Channel (Teams)

export type Conversation = { serviceUrl: string; tenantId: string; conversationId: string };

/** An Adaptive Card as Teams takes it. */
export type Card = { type: 'AdaptiveCard' } & Record<string, unknown>;

export interface Channel {
  /**
   * Posts a card in a chat, or as a new thread in a channel; answers with the conversation and message it now stands
   * in.
   */
  post(
    to: Conversation & { channel: boolean },
    card: Card,
    summary: string,
  ): Promise<{ conversationId: string; activityId: string }>;
  update(at: Conversation & { activityId: string }, card: Card, summary: string): Promise<void>;
}

// ------------------------------------------------------------------------------------------------ Store

export type NewEffect = {
  kind: EffectName;
  subjectId?: string | undefined;
  caseId?: string | undefined;
  waitedFor?: boolean;
};
export type NewDueItem = { kind: DueKind; subjectId: string; caseId?: string | undefined; dueAt: Temporal.Instant };

export type DueItem = { id: string; kind: string; caseId: string | null; subjectId: string | null };

/** Some of a list, and how long the whole is. */
export type Part = { from: number; count: number };
export type CaseList = { files: CaseFile[]; total: number };

export type QueuedCard = { subjectId: string; waitedFor: boolean };

/** An effect as it stands in the queue. DEAD means that a person must see it. */
export type EffectRow = {
  id: string;
  kind: string;
  caseId: string | null;
  subjectId: string | null;
  state: 'WAITING' | 'SENDING' | 'DONE' | 'DEAD';
  /** How often it was claimed; how often the other side did not take it; how often something in it was broken. */
  attempts: number;
  failures: number;
  surprises: number;
  cause: string | null;
  /**
   * Somebody pressed or wrote, and waits for it: it goes before the others in the queue, at the calendars and in Teams.
   * Settled when it is queued, and nowhere else.
   */
  waitedFor: boolean;
};

/**
 * Carries out the effect of one job. `isOurs`: whether the job is still this worker's, asked inside a transaction where
 * one is open. A program that stands still loses its claim, and what it had just decided to send is sent by somebody
 * else. `leaveSlot`: it only waits for the database now, and another may begin.
 */
export type HandleEffect = (
  effectId: string,
  isOurs: (inside?: Store) => Promise<boolean>,
  leaveSlot?: () => void,
) => Promise<void>;

/** A job as it was handed out; `turn`: for which time. */
export type JobTurn = { jobId: string; turn: number };

export type AuditEntry = {
  tenantId: string | null;
  actorId: string | null;
  act: string;
  caseId: string | null;
  subjectId: string | null;
  outcome: string;
};

/**
 * The database inside one transaction. Order of locks: case row first, audit last.
 * Throws only on surprises; a party outside a live consent throws `ConsentMissing` whoever asks.
 */
export interface Store {
  readonly now: Temporal.Instant;
  register(): Promise<Register>;
  /** The unit's one channel from now on, for every copy of the program. */
  saveChannel(channel: ChannelRow): Promise<void>;

  /** Locks the case row and reads everything about the case. */
  lockCase(caseId: string): Promise<CaseFile | null>;
  /** The same for the case that the posting stands for; null where it stands for none. */
  lockCaseOf(postingId: string): Promise<CaseFile | null>;
  findCase(caseId: string): Promise<CaseFile | null>;
  /** Open cases where the person is the convener, in the team or has a copy of the plan, in the order of their ids. */
  listCaseIds(personId: string): Promise<string[]>;
  /** Part of those that the person has a card of: by their next day (`next-day.ts`), then the newest first. */
  listCases(personId: string, part: Part): Promise<CaseList>;
  findPosting(postingId: string): Promise<Posting | null>;
  /** The case a print link belongs to; any text may be asked for. */
  findPrintLink(linkId: string): Promise<(PrintLink & { tenantId: string }) | null>;
  /** Case and meeting of a calendar event, for notifications. */
  findMeetingByEvent(organizerId: string, eventId: string): Promise<{ caseId: string; meetingId: string } | null>;
  findMeetingsOfOrganizer(organizerId: string): Promise<{ caseId: string; meetingId: string }[]>;

  apply(changes: readonly Change[]): Promise<void>;

  findChat(personId: string): Promise<Chat | null>;
  saveChat(chat: Chat): Promise<void>;
  /** The person's chat leads nowhere any more; a newer one of theirs stays. */
  forgetChat(personId: string, conversationId: string): Promise<void>;
  /** The address that Teams last spoke to us from in this conversation. */
  findServiceUrl(conversationId: string): Promise<string | null>;
  saveServiceUrl(conversationId: string, serviceUrl: string): Promise<void>;
  /** Cards of open cases that stand nowhere: a person's own, or (null) those whose channel shut us out. */
  listWaitingCards(personId: string | null): Promise<{ caseId: string; postingId: string }[]>;
  /** Serialises acts that have no case yet (typed words) within this transaction. */
  lockKey(key: string): Promise<void>;
  /** `filled`: what was filled in; it is part of the key and is not kept. */
  findSeenAct(key: string, filled?: unknown): Promise<unknown>;
  saveSeenAct(key: string, outcome: unknown, filled?: unknown): Promise<void>;
  /** Of an act without anything filled in; before another outcome of it is saved. */
  forgetSeenAct(key: string): Promise<void>;

  /** Cards of the act's case that wait to be sent, and have not failed: they are drawn as the case is then. */
  listQueuedCards(of: { caseId: string | null; postingId: string | null }): Promise<QueuedCard[]>;
  /** Stores the effects and queues their jobs in this same transaction. */
  queue(effects: readonly NewEffect[]): Promise<void>;
  findEffect(id: string): Promise<EffectRow | null>;
  saveEffect(
    id: string,
    set: Partial<Pick<EffectRow, 'state' | 'attempts' | 'failures' | 'surprises' | 'cause'>>,
  ): Promise<void>;
  /** Whether something of the case is on its way out just now. */
  isSending(caseId: string): Promise<boolean>;
  requeue(effect: Pick<EffectRow, 'id' | 'kind' | 'waitedFor'>, afterSeconds: number): Promise<void>;
  /**
   * Whether the effect may call these mailboxes' calendars now, for so many seconds; no more than `atOnce` do so for
   * one mailbox, in all copies of the program. Answers 0, or how many seconds later to ask again.
   */
  takeTurn(
    effectId: string,
    mailboxes: readonly string[],
    limits: { atOnce: number; seconds: number },
  ): Promise<number>;
  /**
   * Whether the bot may write there now, by its own pace below Teams' (`teams-pace.ts`), all copies of the program
   * together. Answers 0, and it is counted; or how many seconds later to ask again.
   */
  takeTeamsTurn(to: { conversation: string; tenantId: string }, isWaitedFor: boolean): Promise<number>;
  /** No calls for so many seconds, in any copy of the program: a mailbox, or APP. */
  pause(target: string, seconds: number): Promise<void>;
  /**
   * This job is at the effect from now on. False where another one is already: an effect may have two jobs, when one
   * was queued anew and could not be ended.
   */
  takeEffect(id: string, jobId: string): Promise<boolean>;
  /** Says that these jobs are still worked on; answers with those that nobody else has been handed since. */
  keepJobs(jobs: readonly JobTurn[]): Promise<Set<string>>;

  plan(items: readonly NewDueItem[]): Promise<void>;
  /**
   * Due items, oldest first, but those of `except` (cases, or what else they are about). Two copies of the program may
   * both be given one: its id makes it one act all the same.
   */
  takeDue(limit: number, except?: readonly string[]): Promise<DueItem[]>;
  endDue(id: string): Promise<void>;
  /**
   * Something in it is broken: it stays due, and is dead after some tries. Answers whether it is now, also where
   * several copies had it at once: to one of them.
   */
  failDue(id: string): Promise<boolean>;

  findSubscription(
    mailbox: string,
  ): Promise<{ subscriptionId: string; clientState: string; expiresAt: Temporal.Instant } | null>;
  /** Those of them that are ours, however many are asked for. */
  findSubscriptions(
    subscriptionIds: readonly string[],
  ): Promise<{ mailbox: string; subscriptionId: string; clientState: string }[]>;
  saveSubscription(
    mailbox: string,
    row: { subscriptionId: string; clientState: string; expiresAt: Temporal.Instant },
  ): Promise<void>;

  /**
   * Takes away what is done and old, at most `limit` of each kind: acts seen before `seen`, effects and due items done
   * before `done`, links to papers that do not open any more. Never what is dead, waiting or on its way. Answers
   * whether there may be more.
   */
  tidy(before: { seen: Temporal.Instant; done: Temporal.Instant }, limit: number): Promise<boolean>;

  /** Adds to what the person has done lately, and answers how full each limit was before. */
  pace(personId: string, added: Partial<Levels>, limits: PersonLimits): Promise<Levels>;
  /** The same where nobody asks: it goes with COMMIT. */
  addToPace(personId: string, added: Partial<Levels>, limits: PersonLimits): void;
  /** That it is too much is said once a minute: whether this is the time. */
  mayBeTold(personId: string): Promise<boolean>;

  audit(entry: AuditEntry): Promise<void>;
  /** Writes something that means nothing: fails where nothing can be written. */
  writeMark(): Promise<void>;
}

/**
 * The database cannot be had just now: lost, too slow, a lock that somebody keeps, no room, or it takes nothing.
 * Nothing is wrong with what was asked of it, and it may be stored all the same where only the answer was lost.
 */
export class DatabaseAway extends Error {
  override readonly cause: 'lost' | 'slow' | 'lock' | 'full' | 'readOnly';
  constructor(cause: DatabaseAway['cause'], message = cause as string) {
    super(message);
    this.cause = cause;
  }
}

/** What a person waits for, and all the rest: neither takes the other's connections. */
export type Lane = 'person' | 'background';

/** Where transactions come from. Steps never see it: they are handed a Store. */
export interface Database {
  /** Throws DatabaseAway where trying again later may help. `lane`: a person's, unless told. */
  transaction<T>(work: (store: Store) => Promise<T>, lane?: Lane): Promise<T>;
  close(): Promise<void>;
}

/** The queue of effects. Woken by the database at each commit that queued one. */
export interface Jobs {
  /** `handle` must bear being called twice for one effect; throws only when the database cannot be reached. */
  startWorker(handle: HandleEffect, options: { concurrency: number; background?: number }): void;
  /** Milliseconds since the worker last got an answer from the queue; 0 before it has started. */
  sincePulled(): number;
  /** Stops taking jobs; `drain` (default) waits for those at work. */
  stop(options?: { drain?: boolean }): Promise<void>;
}

/** Thrown by the store when a participant's unit is in no live consent (or not in everyone's). */
export class ConsentMissing extends Error {
  readonly unitId: string;
  constructor(unitId: string) {
    super('no live consent covers the unit');
    this.unitId = unitId;
  }
}
