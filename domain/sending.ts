/** What has not reached the calendar, and is not tried any more until somebody presses "Försök igen". */
import { currentMeeting, participantsOf } from './current.ts';
import { openMove } from './moves.ts';
import type { CaseFile } from './rows.ts';

export function failedSending(file: CaseFile): 'KALLELSE' | 'MOVE' | 'STAND_IN' | null {
  const meeting = currentMeeting(file);
  if (meeting?.status === 'FAILED') return 'KALLELSE';
  if (file.case.status !== 'INVITED' || meeting?.eventState === 'GONE') return null;
  if (openMove(file)?.state === 'FAILED') return 'MOVE';
  return participantsOf(file, meeting).some(({ callState }) => callState === 'FAILED') ? 'STAND_IN' : null;
}
