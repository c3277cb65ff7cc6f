/**
 * What a withdrawn consent does (Vänersborg: at any time, in any form, no reason asked): it takes effect at once. What
 * was lawfully shared stays in each unit's own file. One party, one topic or one scope can be taken back alone, and a
 * newer form that says less does the same.
 */

import type { Temporal } from 'temporal-polyfill';
import { withChanges } from './changes.ts';
import { isAskedToShare } from './child-answer.ts';
import type { Objector, RestReason, Signer } from './codes.ts';
import {
  commonConsent,
  guardiansOf,
  isStruckOut,
  latestConsent,
  liveConsents,
  NOBODY_EXCUSED,
  requiredSigners,
} from './consent.ts';
import { currentMeeting, goesOn, isCallOnItsWay, participantsOf } from './current.ts';
import { daysToCover } from './deadlines.ts';
import { ended } from './from-afar.ts';
import type { Moment } from './moment.ts';
import type { CaseRow } from './rows/case.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Withdrawal } from './rows/consent.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Participant } from './rows/participant.ts';
import { transactionOf } from './transactions.ts';

/**
 * Who can say stop, as long as the case goes on: every guardian, whether they have signed or were not waited for; the
 * child, with the same force where it signs too, else as a no that must be answered; and whoever has given a consent of
 * their own.
 */
export function mayWithdraw({ file, today }: Moment): Objector[] {
  if (!goesOn(file)) return [];
  const signs = requiredSigners(file.case, today);
  const others = (['YOUTH', 'SOCIAL_BOARD'] as const).filter(
    (signer) => latestConsent(file, signer, today) ?? (signer === 'YOUTH' && signs.includes(signer)),
  );
  const child = isAskedToShare(file.case, today) && !signs.includes('YOUTH') ? (['CHILD'] as const) : [];
  return [...guardiansOf(file.case, today), ...others, ...child];
}

/** Whose no stops it: a guardian's always, another's where their consent is needed today or on the meeting's day. */
function isHeeded(file: CaseFile, signer: Signer, today: Temporal.PlainDate): boolean {
  const days = daysToCover(currentMeeting(file)?.startAt, today);
  return (
    signer === 'GUARDIAN_1' ||
    signer === 'GUARDIAN_2' ||
    days.some((day) => requiredSigners(file.case, day).includes(signer))
  );
}

/** `KEPT`: noted, and nothing that is going on needs it. */
export type Withdrawn = { what: 'ALL' | 'LESS' | 'KEPT'; changes: Change[] };

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
export function withdraw(moment: Moment, received: Withdrawal): Withdrawn {
  const { file, today } = moment;
  const kept: Change = { in: 'withdrawal', id: received.id, set: received };
  const after = withChanges(file, [kept]);
  if (!isHeeded(file, received.givenBy, today)) return { what: 'KEPT', changes: [kept] };
  if (received.scope === 'ALL' || !isEnough(after, received, today))
    return { what: 'ALL', changes: [kept, ...endChanges(file, received.givenBy)] };
  return { what: 'LESS', changes: [kept, ...narrowed(moment, after)] };
}

/** Who says stop has been reached after all. */
const endChanges = (file: CaseFile, givenBy: Signer): Change[] =>
  restChanges(file, 'WITHDRAWN', file.case.excusedGuardian === givenBy ? NOBODY_EXCUSED : {});

/**
 * The case rests: a meeting that has not been held is off, whatever of it has reached a calendar, and nothing that
 * anybody has said or signed is erased until somebody closes the case.
 */
export function restChanges(file: CaseFile, restReason: RestReason, also: Partial<CaseRow> = {}): Change[] {
  const meeting = currentMeeting(file);
  return [
    { in: 'case', id: file.case.id, set: { status: 'STOPPED', restReason, ...also } },
    ...(meeting && meeting.status !== 'HELD'
      ? [{ in: 'meeting' as const, id: meeting.id, set: ended('CANCELLED') }]
      : []),
  ];
}

/**
 * A try may have reached the calendar with the party in it: the next one is another transaction, and what stands of the
 * old is cancelled.
 */
const newCall = ({ id, call }: Meeting): Change => ({
  in: 'meeting',
  id,
  set: { call: call + 1, transactionId: transactionOf({ id, call: call + 1 }) },
});

/** What follows from a consent that says less than before. `after` is the case with the consents as they will stand. */
export const narrowed = ({ file: before, today }: Moment, after: CaseFile): Change[] => [
  ...leaveMeeting(after, today),
  ...askAgain(before, after, today),
];

/**
 * A topic is out: whether the consent covers a party was checked against more than there is now, so each must hear of
 * it.
 */
function askAgain(before: CaseFile, after: CaseFile, today: Temporal.PlainDate): Change[] {
  const now = commonConsent(after, [today])?.topics;
  const isLess = [...(commonConsent(before, [today])?.topics ?? [])].some((topic) => now && !now.has(topic));
  if (!isLess) return [];
  return participantsOf(after, currentMeeting(after))
    .filter(({ consentCheckedOn }) => consentCheckedOn !== null)
    .map(({ id }): Change => ({ in: 'participant', id, set: { consentCheckedOn: null } }));
}

/**
 * What a narrower consent does to a meeting that has not been held, whether a party was taken back or a new form no
 * longer names it: who is outside is no longer called; where nobody but the own unit is left there is no meeting.
 */
function leaveMeeting(file: CaseFile, today: Temporal.PlainDate): Change[] {
  const meeting = currentMeeting(file);
  if (!meeting || meeting.status === 'HELD') return [];
  const people = participantsOf(file, meeting);
  const days = daysToCover(meeting.startAt, today);
  const isGone = (row: Participant) => isStruckOut(file, row.unitId, days);
  const removed = people.filter(isGone).map((row): Change => ({ in: 'participant', id: row.id, remove: true }));
  if (removed.length === 0) return [];
  const isOver = meeting.status !== 'DRAFT' && !people.some((row) => !isGone(row) && row.unitId !== file.case.unitId);
  if (!isOver) return [...removed, ...(isCallOnItsWay(meeting) ? [newCall(meeting)] : [])];
  return [
    ...removed,
    { in: 'meeting', id: meeting.id, set: ended('CANCELLED') },
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
  ];
}
