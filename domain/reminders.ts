/**
 * When somebody is reminded, in the morning of a working day: that a plan is to be followed up, 14, 7 and 1 days before;
 * that the child is to be told of it, two days and a week after it was locked.
 */
import { Temporal } from 'temporal-polyfill';
import { clockOf, dayOf, instantOf, isAfter, isBefore, isOnOrBefore, MIDNIGHT, MORNING } from './days.ts';
import type { NewDueItem } from './ports.ts';
import { isWorkingDay } from './red-days.ts';
import type { Plan } from './rows/plan.ts';

const DAYS_BEFORE = [14, 7, 1];
/** From then on a follow-up that was not held can be drafted as a deviation. */
const DAYS_AFTER = 15;
const TELL_DAYS_AFTER = [2, 7];
const EVENING = Temporal.PlainTime.from('17:00');

const onWorkingDay = (day: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate =>
  isWorkingDay(day) ? day : onWorkingDay(day.add({ days: step }), step);

/** A red day or a weekend: the working day before. */
export const reminderDays = (followUpOn: Temporal.PlainDate): Temporal.PlainDate[] =>
  DAYS_BEFORE.map((days) => onWorkingDay(followUpOn.subtract({ days }), -1));

/** The first reminder has come, and the day itself is not over. */
export const isFollowUpNear = (followUpOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  isOnOrBefore(reminderDays(followUpOn)[0] ?? followUpOn, today) && isOnOrBefore(today, followUpOn);

/** Monday to Friday, not a red day, between eight and five. */
export function isWorkingHour(now: Temporal.Instant): boolean {
  const time = clockOf(now);
  const isDay = !isBefore(time, MORNING) && isBefore(time, EVENING);
  return isDay && isWorkingDay(dayOf(now));
}

/** What was due while the program was down waits until somebody is at work. */
export function nextWorkingMorning(now: Temporal.Instant): Temporal.Instant {
  const today = dayOf(now);
  const isOver = isOnOrBefore(instantOf(today, MORNING), now);
  return instantOf(onWorkingDay(isOver ? today.add({ days: 1 }) : today, 1), MORNING);
}

/**
 * The reminders of a plan, and the days on which its card says something else than the day before: counting down, and
 * over.
 */
export function followUpDueItems({ id, caseId, followUpOn }: Plan, now: Temporal.Instant): NewDueItem[] {
  if (!followUpOn) return [];
  const first = reminderDays(followUpOn)[0] ?? followUpOn;
  const changes = Array.from({ length: first.until(followUpOn).days + 2 }, (_, n) => first.add({ days: n }));
  const items = [
    ...reminderDays(followUpOn).map((day) => ({ kind: 'followUp.remind' as const, dueAt: instantOf(day, MORNING) })),
    ...[...changes, followUpOn.add({ days: DAYS_AFTER })].map((day) => ({
      kind: 'followUp.day' as const,
      dueAt: instantOf(day, MIDNIGHT),
    })),
  ];
  return items.filter(({ dueAt }) => isAfter(dueAt, now)).map((item) => ({ ...item, caseId, subjectId: id }));
}

/** A red day or a weekend: the working day after. */
const tellDays = (lockedOn: Temporal.PlainDate): Temporal.PlainDate[] =>
  TELL_DAYS_AFTER.map((days) => onWorkingDay(lockedOn.add({ days }), 1));

/** The first reminder has come. */
export const isTellingDue = (lockedOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  isOnOrBefore(tellDays(lockedOn)[0] ?? lockedOn, today);

/** Of a locked plan that says who tells the child; and the day on which that is late. */
export function tellChildDueItems(plan: Plan, now: Temporal.Instant): NewDueItem[] {
  const { id, caseId, lockedAt, childTellerRole, childTellByOn } = plan;
  if (!lockedAt || !childTellerRole) return [];
  const late = childTellByOn?.add({ days: 1 });
  const items = [
    ...tellDays(dayOf(lockedAt)).map((day) => ({ kind: 'tellChild.remind' as const, dueAt: instantOf(day, MORNING) })),
    ...(late ? [{ kind: 'followUp.day' as const, dueAt: instantOf(late, MIDNIGHT) }] : []),
  ];
  return items.filter(({ dueAt }) => isAfter(dueAt, now)).map((item) => ({ ...item, caseId, subjectId: id }));
}
