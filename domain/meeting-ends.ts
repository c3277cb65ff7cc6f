/** How the meeting that somebody was writing at has ended meanwhile, as a sentence to them. */
import type { CaseFile } from './rows/case-file.ts';

export function meetingEnds({ case: { status, safety }, meetings, plans }: CaseFile) {
  if (status === 'STOPPED' || status === 'CLOSED' || safety === 'RESTRICTED') return 'err.typedStopped';
  if (status === 'PLAN_ACTIVE') return plans.some(({ lockedAt }) => lockedAt !== null) ? 'err.typedLocked' : null;
  const opened = meetings.filter(({ openedAt }) => openedAt !== null).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  return opened?.brokenOffAt || opened?.notHeldReason ? 'err.typedBrokenOff' : null;
}
