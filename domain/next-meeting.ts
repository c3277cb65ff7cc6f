/** The next meeting, as it is agreed on at the table: only its day is needed to lock the plan. */
import type { Temporal } from 'temporal-polyfill';
import { consentEndsOn } from './consent.ts';
import { dayOf, isBefore } from './days.ts';
import { isWorkingDay } from './red-days.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';

/** The last day that the consent covers, where that is before this one. */
export function consentEndsBefore(file: CaseFile, day: Temporal.PlainDate): Temporal.PlainDate | null {
  const ends = consentEndsOn(file, day);
  return ends && isBefore(ends, day) ? ends : null;
}

export type DayDoubt = { isRed: boolean; consentEnds: Temporal.PlainDate | null };

/** What is said when a day is chosen, and stops nothing; null where there is nothing to say. */
export function doubtAbout(file: CaseFile, day: Temporal.PlainDate): DayDoubt | null {
  const doubt = { isRed: !isWorkingDay(day), consentEnds: consentEndsBefore(file, day) };
  return doubt.isRed || doubt.consentEnds ? doubt : null;
}

const NO_TIME = { followUpAt: null, followUpEndAt: null, followUpFamilyYes: null } satisfies Partial<Plan>;

/** The family's yes, and the calendars, were about a time on another day: that one is gone. */
export const isTimeOfOtherDay = ({ followUpAt }: Plan, day: Temporal.PlainDate | null): boolean =>
  followUpAt !== null && !(day && dayOf(followUpAt).equals(day));

export const onDay = (plan: Plan, followUpOn: Temporal.PlainDate | null): Partial<Plan> => ({
  followUpOn,
  ...(isTimeOfOtherDay(plan, followUpOn) ? NO_TIME : {}),
});

type Span = { startAt: Temporal.Instant; endAt: Temporal.Instant };

/** A yes is to a time; another time wants a new one, which is answered beside it. Without a time there is neither. */
export const atTime = (span: Span | null, familyYes: boolean): Partial<Plan> =>
  span
    ? {
        followUpOn: dayOf(span.startAt),
        followUpAt: span.startAt,
        followUpEndAt: span.endAt,
        followUpFamilyYes: familyYes,
      }
    : NO_TIME;
