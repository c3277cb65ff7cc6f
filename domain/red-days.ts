/** Swedish red days and weekends. */
import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';

const swedish = new Holidays('SE', { types: ['public', 'bank'] });
const redDaysOf = new Map<number, Set<string>>();

function redDays(year: number): Set<string> {
  const known = redDaysOf.get(year);
  if (known) return known;
  const days = new Set(swedish.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
  redDaysOf.set(year, days);
  return days;
}

export const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !redDays(day.year).has(day.toString());

/** The day that is `count` working days after another one. */
export function addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const next = day.add({ days: 1 });
  if (count <= 0) return day;
  return addWorkingDays(next, isWorkingDay(next) ? count - 1 : count);
}
