/** Which days free times are looked for on. */
import type { Temporal } from 'temporal-polyfill';
import { isFollowUp, lockedPlan } from './current.ts';
import { isBefore, latest } from './days.ts';
import { deadlineDays, lastMeetingDay } from './deadlines.ts';
import type { Moment } from './moment.ts';

/** The called need some days to make room; less where the last day is near. */
const NOTICE_DAYS = 5;
/** How long a meeting is where nobody says otherwise. */
export const MEETING_MINUTES = 60;

/** Before the last day; a follow-up around the day that the plan says. */
export function daysToSearch(moment: Moment): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const { file, today } = moment;
  const planned = isFollowUp(file) ? lockedPlan(file)?.followUpOn : null;
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
