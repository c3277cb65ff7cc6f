import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import { invalid } from './refusal.ts';

export type DateTimeTimeZone = { dateTime: string; timeZone: string };

/** The IANA names in Graph's documentation for this part of the world. Europe/Stockholm is not among them. */
const DOCUMENTED_IANA = new Set([
  'UTC',
  'Etc/GMT',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/London',
  'Europe/Budapest',
  'Europe/Warsaw',
]);

/** The rules of a zone that Graph's documentation names: Windows' names and a few IANA ones. Refuses any other. */
function toIanaZone(zone: string): string {
  const iana = DOCUMENTED_IANA.has(zone) ? zone : findIana(zone)[0];
  if (!iana) throw invalid(`The time zone '${zone}' is not supported.`, 'TimeZoneNotSupportedException');
  return iana;
}

export function readDateTime({ dateTime, timeZone }: DateTimeTimeZone): Temporal.Instant {
  const zone = toIanaZone(timeZone);
  try {
    if (dateTime.endsWith('Z') && zone === 'UTC') return Temporal.Instant.from(dateTime);
    return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).toInstant();
  } catch {
    throw invalid(`The dateTime '${dateTime}' is not valid.`, 'ErrorInvalidDateTime');
  }
}

/** An event of whole days begins and ends at midnight, and is the same days in every zone. */
export function readSpan(start: DateTimeTimeZone, end: DateTimeTimeZone, isAllDay = false) {
  if (!isAllDay) return { startAt: readDateTime(start), endAt: readDateTime(end) };
  const [from, to] = [start, end].map(({ dateTime }) => readDateTime({ dateTime, timeZone: 'UTC' }));
  const isMidnight = (at: Temporal.Instant | undefined) => at?.toString().endsWith('T00:00:00Z') ?? false;
  if (!from || !to || !isMidnight(from) || !isMidnight(to))
    throw invalid(
      'The Event.Start property for an all-day event needs to be set to midnight.',
      'ErrorPropertyValidationFailure',
    );
  return { startAt: from, endAt: to };
}

/** Seven decimals and no Z, as Graph writes it. */
export function writeDateTime(at: string, timeZone: string): DateTimeTimeZone {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(toIanaZone(timeZone)).toPlainDateTime();
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone };
}
