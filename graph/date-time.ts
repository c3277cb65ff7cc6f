import { Temporal } from 'temporal-polyfill';
import { findWindows } from 'windows-iana';
import { z } from 'zod';

const LOCAL_ZONE = 'Europe/Stockholm';
/** Graph's documented list lacks Europe/Stockholm; Windows' name for the same rules is on it. */
const GRAPH_ZONE = findWindows(LOCAL_ZONE)[0] ?? 'W. Europe Standard Time';

type GraphDateTime = { dateTime: string; timeZone: string };

/**
 * Wall-clock time, as people agreed on it. An hour that stands twice (last Sunday of October) can only be said in UTC.
 */
export function toGraphDateTime(at: Temporal.Instant): GraphDateTime {
  const local = at.toZonedDateTimeISO(LOCAL_ZONE).toPlainDateTime();
  if (!local.toZonedDateTime(LOCAL_ZONE).toInstant().equals(at)) return toGraphUtc(at);
  return { dateTime: local.toString({ smallestUnit: 'second' }), timeZone: GRAPH_ZONE };
}

export function toGraphUtc(at: Temporal.Instant): GraphDateTime {
  return { dateTime: at.toString({ smallestUnit: 'second' }).replace('Z', ''), timeZone: 'UTC' };
}

/** No meeting of ours is outside; days that follow from a time have four digits in their year. */
const [FIRST_YEAR, LAST_YEAR] = [1970, 2999];

/** `{ dateTime, timeZone: 'UTC' }` as Graph answers when asked for UTC: seven decimals and no Z. */
export const GraphUtc = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }, context) => {
    try {
      const at = Temporal.PlainDateTime.from(dateTime);
      if (at.year >= FIRST_YEAR && at.year <= LAST_YEAR) return at.toZonedDateTime('UTC').toInstant();
      context.addIssue({ code: 'custom', message: 'no time of a meeting' });
      return z.NEVER;
    } catch {
      context.addIssue({ code: 'custom', message: 'not a date and time' });
      return z.NEVER;
    }
  });

/** When an event is, as it is selected. */
export const Times = { start: GraphUtc, end: GraphUtc, isAllDay: z.boolean().nullish().catch(null) };

/** An event of whole days is given as midnights of UTC, and means those days where people are. */
export function spanOf({
  start,
  end,
  isAllDay,
}: {
  start: Temporal.Instant;
  end: Temporal.Instant;
  isAllDay?: boolean | null | undefined;
}) {
  const allDay = isAllDay ?? false;
  return allDay
    ? { startAt: midnightOf(start), endAt: midnightOf(end), allDay }
    : { startAt: start, endAt: end, allDay };
}

const midnightOf = (at: Temporal.Instant): Temporal.Instant =>
  at.toZonedDateTimeISO('UTC').toPlainDate().toZonedDateTime(LOCAL_ZONE).toInstant();

/** An ISO instant; Graph's year 1 (`0001-01-01T00:00:00Z`) means "never". */
export const GraphInstant = z.string().transform((text, context) => {
  try {
    const at = Temporal.Instant.from(text);
    return at.epochMilliseconds < 0 ? null : at;
  } catch {
    context.addIssue({ code: 'custom', message: 'not an instant' });
    return z.NEVER;
  }
});
