import type { Temporal } from 'temporal-polyfill';
import { dayOf, isAfter, isBefore } from './days.ts';
import type { Plan } from './rows/plan.ts';

/** What is wrong with the day on which a locked plan was handed over or told: it has not been, or it was before. */
export function faultSinceLock(
  { lockedAt }: Pick<Plan, 'lockedAt'>,
  on: Temporal.PlainDate,
  today: Temporal.PlainDate,
): 'error.futureDay' | 'error.beforeLock' | null {
  if (isAfter(on, today)) return 'error.futureDay';
  return lockedAt && isBefore(on, dayOf(lockedAt)) ? 'error.beforeLock' : null;
}
