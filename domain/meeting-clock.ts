/** The clock of a meeting that goes on: when it ends, when the child leaves, and what it is time for. */
import { Temporal } from 'temporal-polyfill';
import { childAt } from './attendees.ts';
import type { Participation } from './codes.ts';
import { dayOf, instantOf, isBefore, isOnOrBefore } from './days.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';

/** Minutes before, from which it is said in words: time to finish a sentence. */
const SIGN_MINUTES = 3;

const FOR_A_WHILE: readonly (Participation | null)[] = ['PART', 'PHONE', null];
const THERE: readonly (Participation | null)[] = ['WHOLE', 'PART', 'PHONE'];

export const isChildThere = (file: CaseFile, meeting: Meeting | undefined): boolean =>
  THERE.includes(childAt(file, meeting));

/** Null where the child stays to the end, or is not there. */
function childLeavesAt(file: CaseFile, meeting: Meeting): Temporal.Instant | null {
  if (!meeting.startAt || !meeting.childTo || !FOR_A_WHILE.includes(childAt(file, meeting))) return null;
  return instantOf(dayOf(meeting.startAt), Temporal.PlainTime.from(meeting.childTo));
}

export type MeetingClock = {
  endsAt: Temporal.Instant | null;
  childLeavesAt: Temporal.Instant | null;
  /** From three minutes before, and after. */
  isTimeFor: 'CHILD' | 'END' | null;
};

export function meetingClock(file: CaseFile, meeting: Meeting | undefined, now: Temporal.Instant): MeetingClock {
  const endsAt = meeting?.endAt ?? null;
  const leaves = meeting ? childLeavesAt(file, meeting) : null;
  const isTime = (at: Temporal.Instant | null) =>
    at !== null && isOnOrBefore(at.subtract({ minutes: SIGN_MINUTES }), now);
  // A child that stays until the meeting ends leaves with everybody.
  const childLeaves = leaves && endsAt && isBefore(leaves, endsAt) ? leaves : null;
  return {
    endsAt,
    childLeavesAt: childLeaves,
    isTimeFor: isTime(endsAt) ? 'END' : isTime(childLeaves) ? 'CHILD' : null,
  };
}
