import type { Temporal } from 'temporal-polyfill';
import { currentMeeting, lockedPlan } from './current.ts';
import { dayOf } from './days.ts';
import type { CaseFile } from './rows/case-file.ts';

/** The day that a case is listed by: its plan's follow-up, else its meeting. The store sorts by the same (`listCases`). */
export function nextDay(file: CaseFile): Temporal.PlainDate | null {
  if (file.case.status === 'PLAN_ACTIVE') return lockedPlan(file)?.followUpOn ?? null;
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
}
