import { currentMeeting } from '../../domain/current.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { newMeeting } from '../../domain/rows/meeting.ts';

/** The meeting that is being prepared, and the change that makes it when there is none yet. */
export function draftMeeting(file: CaseFile, newId: () => string): { meeting: Meeting; changes: Change[] } {
  const known = currentMeeting(file);
  if (known) return { meeting: known, changes: [] };
  const meeting = newMeeting({ id: newId(), caseId: file.case.id, placeOral: file.case.safety === 'PLACE_ORALLY' });
  return { meeting, changes: [{ in: 'meeting', id: meeting.id, set: meeting }] };
}
