/** Which days free times are looked for on. */
import type { Temporal } from 'temporal-polyfill';
import { currentPlan, isFollowUp, lockedPlan } from './current.ts';
import { isBefore, latest } from './days.ts';
import { deadlineDays, lastMeetingDay } from './deadlines.ts';
import type { Moment } from './moment.ts';
import type { CaseFile } from './rows/case-file.ts';

/** The called need some days to make room; less where the last day is near. */
const NOTICE_DAYS = 5;
/** How long a meeting is where nobody says otherwise. */
export const USUAL_MINUTES = 60;

/** The day that a plan says: the one that is being written at the table, or the one that is followed up. */
function plannedDay(file: CaseFile): Temporal.PlainDate | null {
  const plan = file.case.status === 'MEETING' ? currentPlan(file) : isFollowUp(file) ? lockedPlan(file) : undefined;
  return plan?.followUpOn ?? null;
}

/** Before the last day; a follow-up around the day that the plan says. */
export function daysToSearch(moment: Moment): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const { file, today } = moment;
  const planned = plannedDay(file);
  const inGoodTime = today.add({ days: NOTICE_DAYS });
  if (planned)
    return {
      from: latest(planned.subtract({ days: 3 }), inGoodTime),
      to: latest(planned, inGoodTime).add({ days: 11 }),
    };
  const last = lastMeetingDay(moment) ?? today.add({ days: deadlineDays(moment) });
  const from = isBefore(inGoodTime, last) ? inGoodTime : today.add({ days: 1 });
  return { from, to: latest(last, from.add({ days: 7 })) };
}
