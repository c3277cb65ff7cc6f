/** The months in which somebody who is 15–17 today can turn 18, this one too. Only the month is asked for. */
import type { Temporal } from 'temporal-polyfill';

export const monthsTo18 = (today: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: 37 }, (_, n) => today.with({ day: 1 }).add({ months: n }));
