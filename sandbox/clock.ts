import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../domain/ports.ts';
import { openStoredJson } from './stored-json.ts';

export const ZONE = 'Europe/Stockholm';

const instant = z
  .string()
  .refine((text) => isInstant(text), 'must be an instant such as 2026-03-03T12:00:00Z')
  .transform((text) => Temporal.Instant.from(text));

/** What a page's own field gives: Swedish wall-clock time without seconds. */
const wallClock = z.iso
  .datetime({ local: true, precision: -1 })
  .transform((text) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant());

/**
 * `{"days": 7}` keeps the time of day, also over the change to summer time; `{"now": "2026-03-03T11:45:00Z"}` goes
 * there.
 */
export const clockMove = z.union(
  [
    z.strictObject({ days: z.int().min(1).max(366) }),
    z.strictObject({ now: instant }),
    z.strictObject({ local: wallClock }),
  ],
  { error: 'Send {"days": 1–366} or {"now": "2026-03-03T12:00:00Z"}.' },
);
export type ClockMove = z.output<typeof clockMove>;

export type SandboxClock = Clock & {
  /** Answers with the new time; listeners have been told. */
  move(to: ClockMove): Temporal.Instant;
  /** Back to the machine's own time. */
  startOver(): void;
  onMove(listener: (now: Temporal.Instant) => void): void;
};

/** The machine's clock with an offset that is kept in `clock.json`. It goes on ticking. */
export function openSandboxClock(folder: string): SandboxClock {
  const stored = openStoredJson(join(folder, 'clock.json'), z.object({ offsetMs: z.int() }), { offsetMs: 0 });
  const listeners: ((now: Temporal.Instant) => void)[] = [];
  const now = () => Temporal.Now.instant().add({ milliseconds: stored.value.offsetMs });
  return {
    now,
    move(to) {
      const target = targetOf(to, now());
      stored.save({ offsetMs: target.epochMilliseconds - Temporal.Now.instant().epochMilliseconds });
      for (const listener of listeners) listener(target);
      return target;
    },
    startOver() {
      stored.save({ offsetMs: 0 });
      for (const listener of listeners) listener(now());
    },
    onMove(listener) {
      listeners.push(listener);
    },
  };
}

function targetOf(to: ClockMove, now: Temporal.Instant): Temporal.Instant {
  if ('now' in to) return to.now;
  if ('local' in to) return to.local;
  return now.toZonedDateTimeISO(ZONE).add({ days: to.days }).toInstant();
}

function isInstant(text: string): boolean {
  try {
    const { year } = Temporal.Instant.from(text).toZonedDateTimeISO('UTC');
    return year >= 2000 && year < 2100;
  } catch {
    return false;
  }
}
