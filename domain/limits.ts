/**
 * How much somebody may do in a while. A limit is a vessel: every act adds one to it, and time empties it, so a burst
 * is let through and what goes on for ever is not. Chosen as three times the largest honest use that could be thought
 * of: a fast professional never meets one. None of them holds back what the program does by itself (results, what has
 * become due, notifications).
 */
import type { Change } from './rows/case-file.ts';

/** `atOnce` fit into an empty vessel; from then on one more for every so many seconds. */
export type Limit = { atOnce: number; everySeconds: number };

/** Per person, counted in the database where the acts are. */
export const PERSON_LIMITS = {
  /** The guide filled in from a pile of papers: 40 in a minute, 600 in an hour. */
  presses: { atOnce: 120, everySeconds: 2 },
  /** Ten words in a minute, 60 in an hour. */
  words: { atOnce: 30, everySeconds: 20 },
  /** A unit that moves its old cases over in a day: 10 at once, 20 in a day. */
  cases: { atOnce: 30, everySeconds: 1_440 },
  /** Messages that come anew in Teams: a plan of 60 measures is locked; 100 in an hour. */
  posts: { atOnce: 180, everySeconds: 12 },
} as const satisfies Record<string, Limit>;

export type PersonLimit = keyof typeof PERSON_LIMITS;
export type PersonLimits = Record<PersonLimit, Limit>;
/** How full each of a person's vessels is. */
export type Levels = Record<PersonLimit, number>;

/**
 * Requests, per copy of the program and in its memory. Everything from Teams comes from a few addresses of
 * Microsoft's, so an address may send as much as two tenants: some hundred people who press at the same time.
 */
const REQUEST_LIMITS = {
  /** Twice what a person may press, so that who presses too much is met by the sentence on the card first. */
  person: { atOnce: 240, everySeconds: 1 },
  tenant: { atOnce: 2_000, everySeconds: 1 / 100 },
  address: { atOnce: 4_000, everySeconds: 1 / 200 },
} as const satisfies Record<string, Limit>;

/** How often a chat is told that what was typed there came to nothing: per copy, in its memory. */
export const WORDS_IN_VAIN: Limit = { atOnce: 3, everySeconds: 20 };

export type Limits = { person: PersonLimits; request: Record<keyof typeof REQUEST_LIMITS, Limit> };

const times = <N extends string>(limits: Record<N, Limit>, factor: number): Record<N, Limit> =>
  Object.fromEntries(
    Object.entries<Limit>(limits).map(([name, { atOnce, everySeconds }]) => [
      name,
      { atOnce: atOnce * factor, everySeconds: everySeconds / factor },
    ]),
  ) as Record<N, Limit>;

/** All of them, so many times as wide. */
export const limitsTimes = (factor: number): Limits => ({
  person: times(PERSON_LIMITS, factor),
  request: times(REQUEST_LIMITS, factor),
});

/** How full it is after so many seconds in which nothing came. */
export const emptied = (level: number, { everySeconds }: Limit, seconds: number): number =>
  Math.max(level - Math.max(seconds, 0) / everySeconds, 0);

/** Whether one more fits. One act may fill the rest and more: a plan is never too long to be locked. */
export const hasRoom = (level: number, { atOnce }: Limit): boolean => level <= atOnce - 1;

/** What the act adds besides itself: the cases it begins, and the messages that will come anew in Teams. */
export function addedBy(changes: readonly Change[]): { cases: number; posts: number } {
  const cases = changes.filter((change) => change.in === 'case' && 'set' in change && 'createdAt' in change.set);
  const posts = changes.filter(
    (change) =>
      change.in === 'posting' &&
      'set' in change &&
      ('createdAt' in change.set
        ? !change.set.activityId && change.set.conversationId
        : change.set.activityId === null),
  );
  return { cases: cases.length, posts: posts.length };
}
