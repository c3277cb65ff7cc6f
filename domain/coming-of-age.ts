/**
 * The months in which somebody who is 15–17 today can turn 18. Only the month is asked for, and it counts from its
 * first day.
 */
import type { Temporal } from 'temporal-polyfill';

export const monthsTo18 = (today: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: 36 }, (_, n) => today.with({ day: 1 }).add({ months: n + 1 }));
