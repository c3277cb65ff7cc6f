/** Days and times of the clock as people in Sweden have them, and their order in words. Instants are UTC. */
import { Temporal } from 'temporal-polyfill';

export const TIME_ZONE = 'Europe/Stockholm';
/** When people are told what a day brings. */
export const MORNING = Temporal.PlainTime.from('08:00');
export const MIDNIGHT = Temporal.PlainTime.from('00:00');

const known = new WeakMap<Temporal.Instant, Temporal.PlainDate>();

/** Asked for the same instant by every rule of a card, and dear: made once an instant. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  const before = known.get(instant);
  if (before) return before;
  const day = instant.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  known.set(instant, day);
  return day;
}

export const clockOf = (instant: Temporal.Instant): Temporal.PlainTime =>
  instant.toZonedDateTimeISO(TIME_ZONE).toPlainTime();

/** The instant of a wall clock time in Sweden. A time that the change to summer time skips moves forward by an hour. */
export const instantOf = (day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time }).toInstant();

type Ordered = Temporal.PlainDate | Temporal.PlainTime | Temporal.Instant;

/** As `sort` wants it: the earlier first. */
export function order(a: Ordered, b: Ordered): number {
  if (a instanceof Temporal.PlainDate && b instanceof Temporal.PlainDate) return Temporal.PlainDate.compare(a, b);
  if (a instanceof Temporal.Instant && b instanceof Temporal.Instant) return Temporal.Instant.compare(a, b);
  if (a instanceof Temporal.PlainTime && b instanceof Temporal.PlainTime) return Temporal.PlainTime.compare(a, b);
  throw new TypeError('a day, a time of the clock and an instant have no order among each other');
}

/** Of two days, two instants or two times of the clock. */
export const isBefore = <T extends Ordered>(a: T, b: T): boolean => order(a, b) < 0;
export const isAfter = <T extends Ordered>(a: T, b: T): boolean => order(a, b) > 0;
export const isOnOrBefore = <T extends Ordered>(a: T, b: T): boolean => order(a, b) <= 0;

export function earliest<T extends Ordered>(...all: [T, ...T[]]): T;
export function earliest<T extends Ordered>(...all: T[]): T | undefined;
export function earliest<T extends Ordered>(...all: T[]): T | undefined {
  return all.sort(order)[0];
}

export function latest<T extends Ordered>(...all: [T, ...T[]]): T;
export function latest<T extends Ordered>(...all: T[]): T | undefined;
export function latest<T extends Ordered>(...all: T[]): T | undefined {
  return all.sort(order).at(-1);
}

/** Negative where the second is before the first. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to).days;
