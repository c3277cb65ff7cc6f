/**
 * While people sit in the room the chair's screen is on the wall: nothing of the case is told before the meeting has
 * ended. A meeting that nobody has ended is over in the evening all the same.
 */
import type { Temporal } from 'temporal-polyfill';
import { currentMeeting } from './current.ts';
import { isBefore, latest } from './days.ts';
import type { CaseFile } from './rows/case-file.ts';

/** A meeting may run over. */
const HOURS_AFTER = 2;
/** How soon it is looked at again where it goes on. */
const AGAIN_MINUTES = 15;

/** Null where nobody is sitting there. */
export function quietUntil(file: CaseFile, now: Temporal.Instant): Temporal.Instant | null {
  const endAt = currentMeeting(file)?.endAt;
  if (file.case.status !== 'MEETING' || !endAt || !isBefore(now, endAt.add({ hours: HOURS_AFTER }))) return null;
  return latest(endAt, now).add({ minutes: AGAIN_MINUTES });
}

export const isQuiet = (file: CaseFile, now: Temporal.Instant): boolean => quietUntil(file, now) !== null;
