/**
 * How often the bot may write by itself: below what Teams allows (7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour
 * for one conversation, 30 in 1 s for one tenant; Microsoft, "Optimize your bot with rate limiting"). Each limit is a
 * bucket of `burst` messages that gets one back every `everyMs` (GCRA), so that in no window of its length there are
 * more than `burst + window / everyMs`: one fewer than allowed, wherever the window begins.
 */
type Limit = { burst: number; everyMs: number };

/** 8 in 2 s (and 7 in 1 s): at most 7 (and 5); 60 in 30 s: 59; 1,800 in an hour: 1,799. */
export const CONVERSATION_LIMITS: readonly Limit[] = [
  { burst: 4, everyMs: 600 },
  { burst: 19, everyMs: 750 },
  { burst: 299, everyMs: 2_400 },
];
/** 30 in 1 s: at most 29. */
export const TENANT_LIMITS: readonly Limit[] = [{ burst: 9, everyMs: 50 }];

/**
 * What is known of one conversation or tenant, in milliseconds: `full`: when each bucket is full again; `line`: when
 * whoever was put off last may come back, of those that somebody waits for and of the others.
 */
export type TeamsPace = { full: number[]; line: { person: number; background: number } };
export type Paced = { limits: readonly Limit[]; pace: TeamsPace | null };

/** Whoever is put off asks again at least so often: what waited in front may be gone. */
const AHEAD_AT_MOST_MS = 60_000;

const UNUSED: TeamsPace = { full: [], line: { person: 0, background: 0 } };

/**
 * Whether a message may go now that counts for all of these: `waitMs` 0, and it is counted; or in how many milliseconds
 * to ask again, each of those put off at a time of its own. What nobody waits for leaves half of every bucket to those
 * that somebody does.
 */
export function turnIn(
  places: readonly Paced[],
  now: number,
  isWaitedFor: boolean,
): { waitMs: number; paces: TeamsPace[] } {
  const waits = places.map(({ limits, pace }) => waitIn(limits, pace ?? UNUSED, now, isWaitedFor));
  if (waits.every((wait) => wait === 0))
    return { waitMs: 0, paces: places.map(({ limits, pace }) => counted(limits, pace ?? UNUSED, now)) };
  const lane = isWaitedFor ? 'person' : 'background';
  const paces = places.map(({ limits, pace }, n): TeamsPace => {
    const { full, line } = pace ?? UNUSED;
    const wait = waits[n] ?? 0;
    if (wait === 0) return { full, line };
    // The pace that lasts, below the hour's: who is put off comes back when it is likely to be its turn.
    const step = Math.max(...limits.slice(0, 2).map(({ everyMs }) => everyMs));
    return {
      full,
      line: { ...line, [lane]: Math.max(now + wait, Math.min(line[lane] + step, now + AHEAD_AT_MOST_MS)) },
    };
  });
  const later = paces.map(({ line }, n) => ((waits[n] ?? 0) > 0 ? line[lane] - now : 0));
  return { waitMs: Math.max(...later), paces };
}

const waitIn = (limits: readonly Limit[], { full }: TeamsPace, now: number, isWaitedFor: boolean): number =>
  Math.max(
    0,
    ...limits.map(({ burst, everyMs }, n) => {
      const room = isWaitedFor ? burst : Math.floor(burst / 2);
      // No bucket is emptier than empty, whatever the clock of the database has done.
      return Math.min(full[n] ?? 0, now + burst * everyMs) - (room - 1) * everyMs - now;
    }),
  );

const counted = (limits: readonly Limit[], { full, line }: TeamsPace, now: number): TeamsPace => ({
  full: limits.map(({ burst, everyMs }, n) => Math.min(Math.max(full[n] ?? 0, now), now + burst * everyMs) + everyMs),
  line,
});
