/** The time that was agreed on at the table, once the calendars have been looked at again. */
import { lockedPlan } from './current.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting, Proposal } from './rows/meeting.ts';

const isSame = (at: Meeting['startAt'] | undefined, other: Meeting['startAt'] | undefined): boolean =>
  at != null && other != null && at.equals(other);

/** How it stands in the calendars that were looked at; undefined for any other time. */
export function agreedAsFound(file: CaseFile, { startAt, proposals }: Meeting): Proposal | undefined {
  if (!isSame(startAt, lockedPlan(file)?.followUpAt)) return undefined;
  return proposals?.find((one) => one.startAt === startAt?.toString());
}

/** Somebody whose calendar can be seen has something else by now. */
export function takenMeanwhile(file: CaseFile, meeting: Meeting): Proposal | undefined {
  const found = agreedAsFound(file, meeting);
  return found && found.busyUnits.length > 0 ? found : undefined;
}
