import { currentMeeting } from '../../domain/current.ts';
import type { CaseFile, Change, Meeting } from '../../domain/rows.ts';

/** The meeting that is being prepared, and the change that makes it when there is none yet. */
export function draftMeeting(file: CaseFile, newId: () => string): { meeting: Meeting; changes: Change[] } {
  const known = currentMeeting(file);
  if (known) return { meeting: known, changes: [] };
  const meeting: Meeting = {
    id: newId(),
    caseId: file.case.id,
    status: 'DRAFT',
    call: 1,
    startAt: null,
    endAt: null,
    placeId: null,
    placeOral: file.case.secretPlace === 'PLACE_ORALLY',
    lateReason: null,
    proposals: null,
    proposalsState: null,
    organizerId: null,
    transactionId: null,
    eventId: null,
    eventState: null,
    readId: null,
    sentAt: null,
    openedAt: null,
    childAttendance: null,
    revision: 0,
  };
  return { meeting, changes: [{ in: 'meeting', id: meeting.id, set: meeting }] };
}
