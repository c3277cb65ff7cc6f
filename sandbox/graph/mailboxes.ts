import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../domain/codes.ts';

/** Somebody (a person or a functional address) whose mailbox the local Graph keeps. `id` is the Entra object id. */
export type MailboxOwner = {
  id: string;
  mail: string;
  name: string;
  organisation: string;
  tenantId: string;
  /** Other addresses of the same mailbox. */
  aliases?: readonly string[];
};

/** What an invitee can press. The words are Graph's own action names. */
export type AnswerAction = 'accept' | 'tentativelyAccept' | 'decline';

/** One copy of an event, as its mailbox's owner sees it. Instants are ISO 8601 in UTC. */
export type MailboxEvent = {
  id: string;
  subject: string;
  body: string;
  startAt: string;
  endAt: string;
  place: string | null;
  /** Where those join who are not in the room; null where nobody can, or the event is cancelled. */
  joinUrl: string | null;
  organizer: { name: string; mail: string };
  isOrganizer: boolean;
  cancelled: boolean;
  /** The owner's own answer; always `NONE` in the organizer's copy. */
  answer: Answer;
  answeredAt: string | null;
  /** False for the organizer, for a cancelled event and for made-up busy times. */
  canAnswer: boolean;
  /**
   * Everybody in the organizer's copy; only the owner in an attendee's copy when attendees are hidden from each other.
   */
  attendees: { name: string; mail: string; answer: Answer; isRoom: boolean }[];
  /** Another, made-up meeting that only makes the owner busy. */
  filler: boolean;
};

/** A mail about a meeting, newest first in `listMessages`. `ANSWER` goes to the organizer, the others to attendees. */
export type MailboxMessage = {
  id: string;
  at: string;
  kind: 'INVITATION' | 'UPDATE' | 'CANCELLATION' | 'ANSWER';
  from: { name: string; mail: string };
  subject: string;
  /** The event's text; at a cancellation the organizer's comment; at an answer the invitee's comment. */
  body: string;
  /** What the meeting was when the mail was sent. */
  startAt: string;
  endAt: string;
  place: string | null;
  /** The owner's copy of the event; it may be gone from the calendar by now. */
  eventId: string;
  /** Only at `ANSWER`. */
  answer: Answer | null;
};

/** What an organizer does with their own meeting, past the program: another time, somebody or a room more. */
export type OwnChange = {
  time?: { start: string; end: string } | undefined;
  add?: { name: string; address: string; isRoom: boolean } | undefined;
};

/** Thrown by `answer` when there is nothing to answer: no such event, a cancelled one, or the owner's own meeting. */
export class CannotAnswer extends Error {}
/** Thrown by `change` where Graph refuses it. */
export class CannotChange extends Error {}

/**
 * What the Outlook pages see of the local Graph: the same store that the program talks to over HTTP.
 * Everything is stored when a call returns.
 */
export interface Mailboxes {
  listMailboxes(): readonly MailboxOwner[];
  /**
   * Events that touch the window (default: 31 days back to 120 days ahead of the sandbox's clock), in order of start.
   */
  listEvents(mailboxId: string, window?: { from: Temporal.Instant; to: Temporal.Instant }): MailboxEvent[];
  listMessages(mailboxId: string): MailboxMessage[];
  /**
   * Answers as the mailbox's owner would in Outlook; the organizer's copy follows and the subscribers are told. `from`:
   * another of their addresses, which then stands there.
   */
  answer(mailboxId: string, eventId: string, action: AnswerAction, from?: string): void;
  change(mailboxId: string, eventId: string, change: OwnChange): void;
  /** Called after every change with the mailbox it happened in. Answers with a function that stops listening. */
  onChange(listener: (mailboxId: string) => void): () => void;
  /** Forgets every event, mail and subscription ("börja om"). */
  startOver(): void;
}
