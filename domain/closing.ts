/** A case that ends: nothing more is planned, sent or asked. It is never opened again; a new case points to its code. */
import type { Temporal } from 'temporal-polyfill';
import type { CaseStatus, CloseReason } from './codes.ts';
import { currentMeeting, isFollowUp } from './current.ts';
import type { CaseFile, Change } from './rows.ts';

/** Which reasons can be chosen where. NO_CONSENT is set by a refusal and by nothing else. */
const REASONS: Record<CaseStatus, readonly CloseReason[]> = {
  PREPARING: ['NO_NEED', 'FAMILY_ENDS', 'MOVED'],
  INVITED: ['NO_NEED', 'FAMILY_ENDS', 'MOVED'],
  MEETING: ['NO_PLAN', 'FAMILY_ENDS', 'MOVED'],
  PLAN_ACTIVE: ['GOALS_MET', 'ADULT_CARE', 'FAMILY_ENDS', 'NO_NEED', 'MOVED'],
  STOPPED: ['WITHDRAWN', 'FAMILY_ENDS', 'MOVED'],
  CLOSED: [],
};

/** A follow-up has a plan behind it, so it ends as a plan does. */
export const reasonsToClose = (file: CaseFile): readonly CloseReason[] => REASONS[isFollowUp(file) ? 'PLAN_ACTIVE' : file.case.status];

type Closing = { reason: CloseReason; familyInformed: boolean | null; on: Temporal.PlainDate };

/**
 * A meeting that has not been held is off; the effect `cancel-stray` takes it out of the calendars. One that was opened has been held, also
 * when it decided that no plan is needed.
 */
export function closingChanges(file: CaseFile, { reason, familyInformed, on }: Closing): Change[] {
  const meeting = currentMeeting(file);
  const status = file.case.status === 'MEETING' ? 'HELD' : 'CANCELLED';
  return [
    { in: 'case', id: file.case.id, set: { status: 'CLOSED', closeReason: reason, familyInformed, closedOn: on } },
    ...(meeting && meeting.status !== 'HELD' ? [{ in: 'meeting' as const, id: meeting.id, set: { status } as const }] : []),
  ];
}
