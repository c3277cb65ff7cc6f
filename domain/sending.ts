/** What has not reached the calendars. */
import { currentMeeting, participantsOf } from './current.ts';
import { openMove } from './moves.ts';
import type { CaseFile } from './rows/case-file.ts';

/** Not tried any more until somebody presses "Försök igen". */
export function failedSending(file: CaseFile): 'KALLELSE' | 'MOVE' | 'STAND_IN' | null {
  const meeting = currentMeeting(file);
  if (meeting?.status === 'FAILED') return 'KALLELSE';
  if (file.case.status !== 'INVITED' || meeting?.eventState === 'GONE') return null;
  if (openMove(file)?.state === 'FAILED') return 'MOVE';
  return participantsOf(file, meeting).some(({ callState }) => callState === 'FAILED') ? 'STAND_IN' : null;
}

/** The last meeting is off, and still stands in the calendars of those who were called. */
export function isLeftInCalendars(file: CaseFile): boolean {
  const next = currentMeeting(file);
  return (
    (next === undefined || next.status === 'DRAFT') && file.meetings.some(({ eventState }) => eventState === 'LEFT')
  );
}
