import { currentMeeting } from '../../domain/current.ts';
import type { NewEffect } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';

/**
 * What a narrower consent means outside: who is no longer called is taken out of the calendar, and so is what an
 * earlier try may have left.
 */
export function recallEffects(after: CaseFile): NewEffect[] {
  const caseId = after.case.id;
  const meeting = currentMeeting(after);
  const stray: NewEffect = { kind: 'cancel-stray', caseId, subjectId: caseId };
  return meeting ? [{ kind: 'update-attendees', caseId, subjectId: meeting.id }, stray] : [stray];
}
