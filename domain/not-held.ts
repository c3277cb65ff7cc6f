/**
 * A meeting that was called and did not happen: somebody who was needed did not come. It goes back as one that was
 * broken off does, with people and consents kept; why is a code, stands on no paper, and asks nobody who it was.
 */
import type { Temporal } from 'temporal-polyfill';
import { hasCome } from './attendance.ts';
import type { NotHeldReason } from './codes.ts';
import { currentMeeting, opensAt, participantsOf } from './current.ts';
import { dayOf, instantOf, isAfter, isBefore, isOnOrBefore, MORNING } from './days.ts';
import { followUpChanges } from './follow-up.ts';
import { ended, sameWay } from './from-afar.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';

/** It was opened, or it could have been. */
export function mayNotBeHeld({ file, now }: Moment): boolean {
  const meeting = currentMeeting(file);
  const opens = meeting && opensAt(meeting);
  if (meeting?.status !== 'SENT' || !opens) return false;
  return file.case.status === 'MEETING' || (file.case.status === 'INVITED' && isOnOrBefore(opens, now));
}

/** When it is asked whether a meeting that nobody opened was held: the morning after. */
export const asksAt = ({ endAt }: Pick<Meeting, 'endAt'>): Temporal.Instant | null =>
  endAt && instantOf(dayOf(endAt).add({ days: 1 }), MORNING);

/** Nobody opened it, and the day after has come. */
export const asksWhetherHeld = ({ file, today }: Moment): boolean => {
  const meeting = file.case.status === 'INVITED' ? currentMeeting(file) : undefined;
  return meeting?.status === 'SENT' && meeting.endAt !== null && isAfter(today, dayOf(meeting.endAt));
};

/** Before its time the calendars are told; later everybody knows, and it stays there as what was decided. */
export function notHeldChanges(moment: Moment, reason: NotHeldReason, newId: () => string): Change[] {
  const meeting = currentMeeting(moment.file);
  if (!meeting) return [];
  const isAhead = meeting.startAt !== null && isBefore(moment.now, meeting.startAt);
  const status = isAhead ? ('CANCELLED' as const) : ('NOT_HELD' as const);
  return [
    ...followUpChanges(moment, newId, sameWay(meeting)),
    { in: 'meeting', id: meeting.id, set: { ...ended(status), notHeldReason: reason, pausedAt: null } },
  ];
}

/** The meeting that the one that is being prepared stands for. */
export function notHeldMeeting({ case: { status }, meetings }: CaseFile): Meeting | undefined {
  if (status !== 'PREPARING') return undefined;
  const [last] = meetings.filter((one) => one.status !== 'DRAFT').sort((a, b) => (a.id < b.id ? 1 : -1));
  return last?.notHeldReason ? last : undefined;
}

/** What the attendance says: that it was opened says only that somebody pressed a button. */
export const wasSomebodyThere = (file: CaseFile, meeting: Meeting): boolean =>
  participantsOf(file, meeting).some(({ attendance }) => hasCome(attendance)) ||
  file.attendees.some(
    ({ meetingId, who, attendance }) => meetingId === meeting.id && who !== 'CONVENER' && hasCome(attendance),
  );
