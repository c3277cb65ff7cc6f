/**
 * Who tells the child what was decided, and by when: the child is told throughout, and somebody makes sure that it was
 * understood (socialtjänstlagen 3 kap.). Somebody of age has the plan in their own hand.
 */
import type { Temporal } from 'temporal-polyfill';
import type { VoiceKeeper } from './codes.ts';
import { isYouth } from './consent.ts';
import { currentMeeting, meetingDay } from './current.ts';
import { isBefore, isOnOrBefore } from './days.ts';
import { addWorkingDays } from './red-days.ts';
import type { CaseFile } from './rows/case-file.ts';
import { talkWith } from './talks.ts';

/** A week is long for whoever waits to hear. */
const TELL_WITHIN_DAYS = 7;

export function tellsChild(file: CaseFile): boolean {
  const day = meetingDay(file);
  return day === null || !isYouth(file.case, day);
}

/** Whoever sees to it that the child's voice is heard, or follows it out. */
export const presetTeller = (file: CaseFile): VoiceKeeper | null =>
  talkWith(file, 'CHILD')?.voiceKeeper ?? currentMeeting(file)?.childFollower ?? null;

/** The next working day; over a long holiday the last day that there is. */
export function presetTellBy(file: CaseFile): Temporal.PlainDate | null {
  const day = meetingDay(file);
  if (!day) return null;
  const next = addWorkingDays(day, 1);
  return isInTime(file, next) ? next : day.add({ days: TELL_WITHIN_DAYS });
}

/** From the day of the meeting to a week after it. */
export function isInTime(file: CaseFile, on: Temporal.PlainDate): boolean {
  const day = meetingDay(file);
  return day === null || (!isBefore(on, day) && isOnOrBefore(on, day.add({ days: TELL_WITHIN_DAYS })));
}
