/**
 * What a withdrawn consent does (Vänersborg: at any time, in any form, from any one of those who signed, no reason asked): it takes effect
 * at once. What was lawfully shared stays in each unit's own file. One party or one topic can be taken back alone.
 */
import type { Temporal } from 'temporal-polyfill';
import { withChanges } from './changes.ts';
import type { MeetingStatus, Signer } from './codes.ts';
import { consentedUnits, latestConsent, liveConsents, requiredSigners } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import type { CaseFile, Change, Meeting, Withdrawal } from './rows.ts';
import { transactionOf } from './transactions.ts';

/** Those who have given a consent that can be taken back. */
export const mayWithdraw = (file: CaseFile, today: Temporal.PlainDate): Signer[] =>
  file.case.status === 'STOPPED' || file.case.status === 'CLOSED'
    ? []
    : requiredSigners(file.case, today).filter((signer) => latestConsent(file, signer));

export type Withdrawn = { what: 'ALL' | 'LESS'; changes: Change[] };

/** What remains must still be a consent between at least two units, about something; else all of it is taken back. */
function isEnough(file: CaseFile, { givenBy }: Withdrawal, today: Temporal.PlainDate): boolean {
  const own = latestConsent(file, givenBy);
  // Where somebody else has not signed yet, nothing is shared that could become too little.
  const shared = liveConsents(file, today) === null ? null : consentedUnits(file, today);
  const covers = (units: ReadonlySet<string>) => units.size >= 2 && units.has(file.case.unitId);
  return own !== undefined && own.topics.length >= 1 && covers(new Set(own.parties)) && (shared === null || covers(shared));
}

/** `received` is what somebody said, kept as it was said: also where all ends because too little is left. */
export function withdraw(file: CaseFile, received: Withdrawal, today: Temporal.PlainDate): Withdrawn {
  const kept: Change = { in: 'withdrawal', id: received.id, set: received };
  const after = withChanges(file, [kept]);
  if (received.scope === 'ALL' || !isEnough(after, received, today)) return { what: 'ALL', changes: [kept, ...endChanges(file)] };
  return { what: 'LESS', changes: [kept, ...leaveMeeting(after, received)] };
}

/** The case stops; a meeting that has not been held is off, whatever of it has reached a calendar. */
function endChanges(file: CaseFile): Change[] {
  const meeting = currentMeeting(file);
  return [
    { in: 'case', id: file.case.id, set: { status: 'STOPPED' } },
    ...(meeting && meeting.status !== 'HELD' ? [{ in: 'meeting' as const, id: meeting.id, set: { status: 'CANCELLED' as const } }] : []),
  ];
}

const ON_ITS_WAY: readonly MeetingStatus[] = ['SENDING', 'NOT_SENT', 'FAILED'];

/** A try may have reached the calendar with the party in it: the next one is another transaction, and what stands of the old is cancelled. */
const newCall = ({ id, call }: Meeting): Change => ({
  in: 'meeting',
  id,
  set: { call: call + 1, transactionId: transactionOf({ id, call: call + 1 }) },
});

/** The party is no longer called; where nobody but the own unit is left there is no meeting. */
function leaveMeeting(file: CaseFile, { unitId }: Withdrawal): Change[] {
  const meeting = currentMeeting(file);
  if (!meeting || meeting.status === 'HELD' || unitId === null) return [];
  const people = participantsOf(file, meeting);
  const gone = people.filter((row) => row.unitId === unitId);
  if (gone.length === 0) return [];
  const removed = gone.map((row): Change => ({ in: 'participant', id: row.id, remove: true }));
  const isOver = meeting.status !== 'DRAFT' && !people.some((row) => row.unitId !== unitId && row.unitId !== file.case.unitId);
  if (!isOver) return [...removed, ...(ON_ITS_WAY.includes(meeting.status) ? [newCall(meeting)] : [])];
  return [
    ...removed,
    { in: 'meeting', id: meeting.id, set: { status: 'CANCELLED' } },
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
  ];
}
