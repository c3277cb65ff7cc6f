/** How the meeting that somebody was writing at has ended meanwhile, as a sentence to them. */
import type { CaseFile } from './rows/case-file.ts';

export function meetingEnds({ case: { status, safety }, meetings, plans }: CaseFile) {
  if (status === 'STOPPED' || status === 'CLOSED' || safety === 'RESTRICTED') return 'err.typedStopped';
  if (status === 'PLAN_ACTIVE') return plans.some(({ lockedAt }) => lockedAt !== null) ? 'err.typedLocked' : null;
  // Its follow-up is prepared or called already: one press after the lock.
  const opened = meetings.filter(({ openedAt }) => openedAt !== null).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  if (plans.some(({ lockedAt, meetingId }) => lockedAt !== null && meetingId === opened?.id)) return 'err.typedLocked';
  return opened?.brokenOffAt || opened?.notHeldReason ? 'err.typedBrokenOff' : null;
}
