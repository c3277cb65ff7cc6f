/** What keeps a time and a place from being the meeting's. */
import type { Temporal } from 'temporal-polyfill';
import type { LateReason, MeetingHow } from './codes.ts';
import { consentEndsOn } from './consent.ts';
import { currentMeeting } from './current.ts';
import { dayOf, isAfter, isOnOrBefore } from './days.ts';
import { isLate, lastMeetingDay } from './deadlines.ts';
import { lacksPlace } from './from-afar.ts';
import type { Moment } from './moment.ts';
import { hasNewTime, openMove } from './moves.ts';
import type { CaseFile } from './rows/case-file.ts';

export type Span = { startAt: Temporal.Instant; endAt: Temporal.Instant };
type Chosen = Span & { place: string | null; how: MeetingHow; lateReason: LateReason | null };
export type TimeFault = 'PAST' | 'AFTER_CONSENT' | 'NO_PLACE' | 'SAME' | 'LATE';

/** A meeting that is moved comes somewhere else, or at another time. */
function isWhereItWas(file: CaseFile, { startAt, endAt, place }: Chosen): boolean {
  const meeting = openMove(file) && currentMeeting(file);
  return (
    meeting !== undefined && !hasNewTime(meeting, { startAt, endAt }) && (place ?? meeting.placeId) === meeting.placeId
  );
}

/** The first that holds. What is late is asked for a reason and never blocked. */
export function timeFault(moment: Moment, chosen: Chosen): TimeFault | null {
  const { file, now } = moment;
  const day = dayOf(chosen.startAt);
  const ends = consentEndsOn(file, day);
  if (isOnOrBefore(chosen.startAt, now)) return 'PAST';
  if (ends && isAfter(day, ends)) return 'AFTER_CONSENT';
  if (lacksPlace(file, chosen.place, chosen.how)) return 'NO_PLACE';
  if (isWhereItWas(file, chosen)) return 'SAME';
  return isLate(day, lastMeetingDay(moment)) && !chosen.lateReason ? 'LATE' : null;
}
