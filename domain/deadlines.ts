/** Deadlines in local calendar days (Europe/Stockholm); weekends and holidays do not extend them. */
import { Temporal } from 'temporal-polyfill';
import { consentCompleteOn } from './consent.ts';
import type { CaseFile, Settings } from './rows.ts';

export const TIME_ZONE = 'Europe/Stockholm';

export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate => instant.toZonedDateTimeISO(TIME_ZONE).toPlainDate();

/** The instant of a wall clock time in Sweden. A time that the change to summer time skips moves forward by an hour. */
export const instantOf = (day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time }).toInstant();

/** Last day for the meeting: three weeks (setting) from the day consent is complete. Null until then. */
export const lastMeetingDay = (file: CaseFile, settings: Pick<Settings, 'meetingDeadlineDays'>): Temporal.PlainDate | null =>
  consentCompleteOn(file)?.add({ days: settings.meetingDeadlineDays }) ?? null;

export const daysLeft = (today: Temporal.PlainDate, day: Temporal.PlainDate): number => today.until(day, { largestUnit: 'days' }).days;

export const isLate = (day: Temporal.PlainDate, last: Temporal.PlainDate | null): boolean =>
  last !== null && Temporal.PlainDate.compare(day, last) > 0;
