/**
 * Days and times as people say them: "tisdag 3 mars", "tisdag 3 mars kl. 13.00–14.00 (v. 10)". Always Swedish
 * wall-clock time.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../domain/codes.ts';
import { dayOf, TIME_ZONE } from '../../domain/days.ts';
import { languageOf, say, type Voice } from './say.ts';

const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** "tisdag 3 mars" */
export function sayDay(language: Voice, day: Temporal.PlainDate): string {
  return `${part(language, day, { weekday: 'long' })} ${day.day} ${part(language, day, { month: 'long' })}`;
}

/** "tisdag 3 mars", and "tisdag 3 mars 2028" in another year than this. */
export const sayDate = (language: Voice, day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.year === today.year ? sayDay(language, day) : `${sayDay(language, day)} ${day.year}`;

/** "tisdag 3 mars 2027": on paper, that is read another year. */
export const sayDayOfYear = (language: Voice, day: Temporal.PlainDate): string =>
  `${sayDay(language, day)} ${day.year}`;

/** "tis 3 mars" */
export function sayDayShort(language: Voice, day: Temporal.PlainDate): string {
  return `${part(language, day, { weekday: 'short' })} ${day.day} ${part(language, day, { month: 'short' })}`;
}

/** "mars 2027" */
export const sayMonth = (language: Voice, day: Temporal.PlainDate): string =>
  `${part(language, day, { month: 'long' })} ${day.year}`;

/** "13.00" */
export function sayClock(language: Voice, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(TIME_ZONE);
  return `${two(local.hour)}${languageOf(language) === 'sv' ? '.' : ':'}${two(local.minute)}`;
}

/**
 * "tisdag 3 mars kl. 13.00–14.00 (v. 10)"; over midnight with both days, and in another year than this with the year.
 * `allDay`: "tisdag 3 mars, hela dagen (v. 10)". `onPaper`: always with the year.
 */
export function sayMeetingTime(
  language: Voice,
  start: Temporal.Instant,
  end: Temporal.Instant,
  { today, allDay = false, onPaper = false }: { today?: Temporal.PlainDate; allDay?: boolean; onPaper?: boolean } = {},
): string {
  // Whole days end at the midnight after the last of them, and so may a meeting.
  const [first, last] = [dayOf(start), dayOf(end.subtract({ nanoseconds: 1 }))];
  const sayOn = (day: Temporal.PlainDate) =>
    onPaper ? sayDayOfYear(language, day) : today ? sayDate(language, day, today) : sayDay(language, day);
  const isOneDay = first.equals(last);
  const week = String(first.weekOfYear ?? '');
  const day = sayOn(first);
  if (allDay) return say(language, 'date.wholeDay', { day: isOneDay ? day : `${day}–${sayOn(last)}`, week });
  const clocks = { start: sayClock(language, start), end: sayClock(language, end) };
  return isOneDay
    ? say(language, 'date.meeting', { day, clock: `${clocks.start}–${clocks.end}`, week })
    : say(language, 'date.overMidnight', { day, lastDay: sayOn(last), week, ...clocks });
}

/** "tis 3 mars 13.00–14.00" */
export function sayMeetingTimeShort(language: Voice, start: Temporal.Instant, end: Temporal.Instant): string {
  const day = dayOf(start);
  return `${sayDayShort(language, day)} ${sayClock(language, start)}–${sayClock(language, end)}`;
}

function part(language: Voice, day: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string {
  const locale = LOCALES[languageOf(language)];
  const id = locale + JSON.stringify(options);
  const format = formats.get(id) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(id, format);
  // Swedish abbreviates with a full stop ("feb."), which reads badly in the middle of a line.
  return format.format(Date.UTC(day.year, day.month - 1, day.day)).replace('.', '');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
