/** Deadlines in local calendar days (Europe/Stockholm); weekends and holidays do not extend them. */

import type { Temporal } from 'temporal-polyfill';
import type { ClockStart } from './codes.ts';
import { consentCompleteOn } from './consent.ts';
import { currentMeeting, isFollowUp } from './current.ts';
import { dayOf, earliest, isAfter, latest } from './days.ts';
import type { Moment } from './moment.ts';
import { addWorkingDays } from './red-days.ts';
import type { Meeting } from './rows/meeting.ts';

/**
 * The days that a kallelse's consent must cover: today, when it is sent, and the meeting's. Who must sign can change
 * between them (18 years).
 */
export function daysToCover(
  startAt: Temporal.Instant | null | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const day = startAt ? dayOf(startAt) : today;
  return isAfter(day, today) ? [today, day] : [today];
}

/** The days from which the three weeks can be counted. The sources name none of them, so all are kept. */
export const clocksOf = ({ file, today }: Moment): Record<ClockStart, Temporal.PlainDate | null> => {
  const sentAt = currentMeeting(file)?.sentAt;
  return {
    // After a stop the run is another one.
    NEED_NOTICED: file.case.resumedOn ?? file.case.needNoticedOn,
    CONSENT_COMPLETE: consentCompleteOn(file, today),
    INVITATION_SENT: sentAt ? dayOf(sentAt) : null,
  };
};

/** How many days a first meeting may take: three weeks (setting). What is to hold for some cases only stands here. */
export const deadlineDays = ({ register }: Moment): number => register.settings.meetingDeadlineDays;

/** The last of those days, from the day on which the clock of the setting starts; null until then. */
export const lastDayFrom = (
  clocks: Record<ClockStart, Temporal.PlainDate | null>,
  moment: Moment,
): Temporal.PlainDate | null =>
  clocks[moment.register.settings.clockStart]?.add({ days: deadlineDays(moment) }) ?? null;

/** Last day for the first meeting; a follow-up has its own day. */
export const lastMeetingDay = (moment: Moment): Temporal.PlainDate | null =>
  isFollowUp(moment.file) ? null : lastDayFrom(clocksOf(moment), moment);

/**
 * Last day to answer a kallelse: working days (setting) from the day it is sent, and always before the meeting where
 * there is time for that.
 */
export function answerByOn(
  { sentAt, startAt }: Pick<Meeting, 'sentAt' | 'startAt'>,
  { register, today }: Moment,
): Temporal.PlainDate | null {
  if (!startAt) return null;
  const from = sentAt ? dayOf(sentAt) : today;
  const before = dayOf(startAt).subtract({ days: 1 });
  return latest(from, earliest(addWorkingDays(from, register.settings.answerDays), before));
}

export const isLate = (day: Temporal.PlainDate, last: Temporal.PlainDate | null): boolean =>
  last !== null && isAfter(day, last);
