import type { Temporal } from 'temporal-polyfill';
import { currentMeeting, hasPlanInForce, lockedPlan } from './current.ts';
import { dayOf } from './days.ts';
import type { CaseFile } from './rows/case-file.ts';

/**
 * The day that a case is listed by: its meeting's; of a plan in force whose follow-up has no time yet, the follow-up's.
 * The store sorts by the same (`listCases`).
 */
export function nextDay(file: CaseFile): Temporal.PlainDate | null {
  const startAt = file.case.status === 'PLAN_ACTIVE' ? null : currentMeeting(file)?.startAt;
  if (startAt) return dayOf(startAt);
  return hasPlanInForce(file) ? (lockedPlan(file)?.followUpOn ?? null) : null;
}

/** When the plan in force is followed up: as its meeting says where it has a time, else as the plan does. */
export const followUpDay = (file: CaseFile): Temporal.PlainDate | null => (hasPlanInForce(file) ? nextDay(file) : null);
