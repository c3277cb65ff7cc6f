/**
 * What a withdrawn consent does (Vänersborg: at any time, in any form, no reason asked): it takes effect at once. What was lawfully shared
 * stays in each unit's own file.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Signer } from './codes.ts';
import { latestConsent, requiredSigners } from './consent.ts';
import { currentMeeting } from './current.ts';
import type { CaseFile, Change } from './rows.ts';

/** Those who have given a consent that can be taken back. */
export const mayWithdraw = (file: CaseFile): Signer[] =>
  file.case.status === 'STOPPED' || file.case.status === 'CLOSED'
    ? []
    : requiredSigners(file.case).filter((signer) => latestConsent(file, signer));

type Received = { id: string; givenBy: Signer; withdrawnOn: Temporal.PlainDate; receivedById: string | null; recordedAt: Temporal.Instant };

/** The case stops; a meeting that has not been held is off, whatever of it has reached a calendar. */
export function withdrawalChanges(file: CaseFile, received: Received): Change[] {
  const meeting = currentMeeting(file);
  return [
    { in: 'withdrawal', id: received.id, set: { ...received, caseId: file.case.id } },
    { in: 'case', id: file.case.id, set: { status: 'STOPPED' } },
    ...(meeting && meeting.status !== 'HELD' ? [{ in: 'meeting' as const, id: meeting.id, set: { status: 'CANCELLED' as const } }] : []),
  ];
}
