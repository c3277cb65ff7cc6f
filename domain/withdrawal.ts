/**
 * What a withdrawn consent does (Vänersborg: at any time, in any form, from any one of those who signed, no reason asked): it takes effect
 * at once. What was lawfully shared stays in each unit's own file. One party or one topic can be taken back alone.
 */
import type { Temporal } from 'temporal-polyfill';
import { withChanges } from './changes.ts';
import type { MeetingStatus, Signer } from './codes.ts';
import { commonConsent, isStruckOut, latestConsent, liveConsents, requiredSigners } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { daysToCover } from './deadlines.ts';
import type { CaseFile, Change, Meeting, Participant, Withdrawal } from './rows.ts';
import { transactionOf } from './transactions.ts';

/** Those who have given a consent that can be taken back. */
export const mayWithdraw = (file: CaseFile, today: Temporal.PlainDate): Signer[] =>
  file.case.status === 'STOPPED' || file.case.status === 'CLOSED'
    ? []
    : requiredSigners(file.case, today).filter((signer) => latestConsent(file, signer, today));

export type Withdrawn = { what: 'ALL' | 'LESS'; changes: Change[] };

/** What remains must still be a consent between at least two units, about something; else all of it is taken back. */
function isEnough(file: CaseFile, { givenBy }: Withdrawal, today: Temporal.PlainDate): boolean {
  const own = latestConsent(file, givenBy, today);
  const covers = (units: ReadonlySet<string>) => units.size >= 2 && units.has(file.case.unitId);
  if (!own || own.topics.length === 0 || !covers(new Set(own.parties))) return false;
  // Where somebody else has not signed yet, nothing is shared that could become too little.
  if (liveConsents(file, today) === null) return true;
  const common = commonConsent(file, [today]);
  return common !== null && covers(common.units);
}

/** `received` is what somebody said, kept as it was said: also where all ends because too little is left. */
export function withdraw(file: CaseFile, received: Withdrawal, today: Temporal.PlainDate): Withdrawn {
  const kept: Change = { in: 'withdrawal', id: received.id, set: received };
  const after = withChanges(file, [kept]);
  if (received.scope === 'ALL' || !isEnough(after, received, today)) return { what: 'ALL', changes: [kept, ...endChanges(file)] };
  return { what: 'LESS', changes: [kept, ...leaveMeeting(after, today)] };
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

/**
 * What a narrower consent does to a meeting that has not been held, whether a party was taken back or a new form no longer names it: who is
 * outside is no longer called; where nobody but the own unit is left there is no meeting.
 */
export function leaveMeeting(file: CaseFile, today: Temporal.PlainDate): Change[] {
  const meeting = currentMeeting(file);
  if (!meeting || meeting.status === 'HELD') return [];
  const people = participantsOf(file, meeting);
  const days = daysToCover(meeting.startAt, today);
  const isGone = (row: Participant) => isStruckOut(file, row.unitId, days);
  const removed = people.filter(isGone).map((row): Change => ({ in: 'participant', id: row.id, remove: true }));
  if (removed.length === 0) return [];
  const isOver = meeting.status !== 'DRAFT' && !people.some((row) => !isGone(row) && row.unitId !== file.case.unitId);
  if (!isOver) return [...removed, ...(ON_ITS_WAY.includes(meeting.status) ? [newCall(meeting)] : [])];
  return [
    ...removed,
    { in: 'meeting', id: meeting.id, set: { status: 'CANCELLED' } },
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
  ];
}
