/**
 * What can be drafted as a deviation: agreements, guidelines or plans that were not followed (Västra Götaland: "what
 * happened, not who"). A draft is asked for and never automatic; it is registered by hand in the county's own system,
 * and nothing of it is kept here. One row a code, in the order of the process. What only a person can know (no mandate,
 * a one-sided no, a breach of secrecy) is chosen by hand.
 */

import { Temporal } from 'temporal-polyfill';
import { declinedWithoutStandIn } from './answers.ts';
import { hasCome } from './attendance.ts';
import type { DeviationCode, MeetingStatus } from './codes.ts';
import { currentMeeting, goesOn, lockedPlan, measuresOf, participantsOf } from './current.ts';
import { dayOf, isAfter } from './days.ts';
import { isLate, lastDayFrom, lastMeetingDay } from './deadlines.ts';
import { stateOf } from './measures.ts';
import type { Moment } from './moment.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Participant } from './rows/participant.ts';
import { isAgreementConfirmed } from './sources.ts';
import { talkWith } from './talks.ts';

/**
 * `subjectId`: the row it is about, or the unit where it was chosen by hand; `on`: the day it happened, or should have.
 */
export type Deviation = { code: DeviationCode; subjectId: string; unitId: string; on: Temporal.PlainDate };

type Row = { code: DeviationCode; find: (moment: Moment) => Omit<Deviation, 'code'>[] };

/** Days that a follow-up, a measure or a plan may be late before it is one. */
const GRACE_DAYS = 14;
const isOverdue = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  isAfter(today, day.add({ days: GRACE_DAYS }));

/** Nobody's fault: no deviation (practice). */
const EXCUSED_LATE: readonly string[] = [
  'WAITING_CONSENT',
  'FAMILY_WISH',
  'HOLIDAY',
  'CHILD_ILL',
  'OFFERED_NOT_REACHED',
];

const withStatus = ({ meetings }: CaseFile, ...statuses: MeetingStatus[]): Meeting[] =>
  meetings
    .filter(({ status, startAt }) => statuses.includes(status) && startAt !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
/** Begun, also where it was broken off. */
const held = (file: CaseFile): Meeting[] => withStatus(file, 'HELD');
/** Its time came: whoever was called and did not come did not come. */
const called = (file: CaseFile): Meeting[] => withStatus(file, 'HELD', 'NOT_HELD');
const startOf = (meeting: Meeting): Temporal.PlainDate => dayOf(meeting.startAt as Temporal.Instant);
/** Where nobody has confirmed the agreement there was no duty to come: whoever was asked and did not broke nothing. */
const withDuty = (meetings: Meeting[], { register }: Moment): Meeting[] =>
  meetings.filter((meeting) => isAgreementConfirmed(register.settings, startOf(meeting)));

/** The first meeting's last day by the clocks that were stored with it; before that, by today's. */
function lastDayOf(moment: Moment, first: Meeting | undefined): Temporal.PlainDate | null {
  if (!first) return lastMeetingDay(moment);
  const sentOn = first.sentAt && dayOf(first.sentAt);
  const clocks = { NEED_NOTICED: first.needOn, CONSENT_COMPLETE: first.consentOn, INVITATION_SENT: sentOn };
  return lastDayFrom(clocks, moment);
}

function noMeetingInTime(moment: Moment): Omit<Deviation, 'code'>[] {
  const { file, today } = moment;
  // One that was broken off was not held: nobody has met in time by that.
  const [first] = held(file).filter(({ brokenOffAt }) => brokenOffAt === null);
  const meeting = first ?? currentMeeting(file);
  const last = lastDayOf(moment, first);
  const met = first ? startOf(first) : today;
  if (!last || !isLate(met, last) || EXCUSED_LATE.includes(meeting?.lateReason ?? '')) return [];
  return [{ subjectId: file.case.id, unitId: file.case.unitId, on: last }];
}

const unitsThatCame = (people: readonly Participant[]): Set<string> =>
  new Set(people.filter(({ attendance }) => hasCome(attendance)).map(({ unitId }) => unitId));

/** Summoned, did not come and sent nobody. A stand-in, or a colleague who came, is the party. */
function absentFrom(file: CaseFile, meeting: Meeting): Participant[] {
  const people = participantsOf(file, meeting);
  const came = unitsThatCame(people);
  const absent = people.filter(
    ({ kind, attendance, unitId }) => kind === 'SUMMONED' && attendance === 'ABSENT' && !came.has(unitId),
  );
  return absent.filter((row, n) => absent.findIndex(({ unitId }) => unitId === row.unitId) === n);
}

/** Said no and named nobody else, and nobody of theirs came in the end. */
function declined(moment: Moment): Omit<Deviation, 'code'>[] {
  const { file } = moment;
  const meetings = [...called(file), ...withStatus(file, 'SENT').filter(({ id }) => id === currentMeeting(file)?.id)];
  return withDuty(meetings, moment).flatMap((meeting) => {
    const came = unitsThatCame(participantsOf(file, meeting));
    return declinedWithoutStandIn(file, meeting)
      .filter(({ unitId, answeredAt }) => answeredAt !== null && !came.has(unitId))
      .map(({ id, unitId, answeredAt }) => ({ subjectId: id, unitId, on: dayOf(answeredAt as Temporal.Instant) }));
  });
}

/** Called, its time has been, and no plan came of it; a follow-up has one from before. */
function withoutPlan({ file, today }: Moment): Omit<Deviation, 'code'>[] {
  const meeting = currentMeeting(file);
  const isWaiting =
    (file.case.status === 'INVITED' || file.case.status === 'MEETING') && lockedPlan(file) === undefined;
  if (!isWaiting || meeting?.status !== 'SENT' || !meeting.startAt || !isOverdue(startOf(meeting), today)) return [];
  return [{ subjectId: meeting.id, unitId: file.case.unitId, on: startOf(meeting) }];
}

const TABLE: Row[] = [
  {
    code: 'CHILD_NOT_HEARD',
    find: ({ file }) => {
      const talk = talkWith(file, 'CHILD');
      if (!talk?.outcome?.startsWith('EXCEPTION')) return [];
      return [{ subjectId: talk.id, unitId: file.case.unitId, on: talk.heldOn ?? dayOf(file.case.createdAt) }];
    },
  },
  { code: 'NO_MEETING_IN_TIME', find: noMeetingInTime },
  { code: 'PARTY_DECLINED', find: declined },
  {
    code: 'PARTY_ABSENT',
    find: (moment) =>
      withDuty(called(moment.file), moment).flatMap((meeting) =>
        absentFrom(moment.file, meeting).map(({ id, unitId }) => ({ subjectId: id, unitId, on: startOf(meeting) })),
      ),
  },
  { code: 'NO_PLAN', find: withoutPlan },
  {
    code: 'PLAN_NOT_FOLLOWED',
    find: ({ file, today }) =>
      measuresOf(file, lockedPlan(file)).flatMap((measure) =>
        measure.dueOn && stateOf(file, measure, today) === 'LATE' && isOverdue(measure.dueOn, today)
          ? [{ subjectId: measure.id, unitId: measure.unitId, on: measure.dueOn }]
          : [],
      ),
  },
  {
    code: 'NO_FOLLOW_UP',
    find: ({ file, today }) => {
      const plan = lockedPlan(file);
      if (!plan?.followUpOn || file.case.status === 'MEETING' || !isOverdue(plan.followUpOn, today)) return [];
      return [{ subjectId: plan.id, unitId: file.case.unitId, on: plan.followUpOn }];
    },
  },
];

/** Chosen by hand, about a unit, today. */
export const BY_HAND = [
  'NO_MANDATE',
  'UNILATERAL_REFUSAL',
  'SECRECY_BREACH',
] as const satisfies readonly DeviationCode[];

const isSettled = ({ deviations }: CaseFile, one: Deviation): boolean =>
  deviations.some(
    ({ code, subjectId, happenedOn }) => code === one.code && subjectId === one.subjectId && happenedOn.equals(one.on),
  );

/** Those that can be drafted today and that nobody has dealt with. A case that is over is not looked into. */
export function draftableDeviations(moment: Moment): Deviation[] {
  if (!goesOn(moment.file)) return [];
  return TABLE.flatMap(({ code, find }) => find(moment).map((one) => ({ code, ...one }))).filter(
    (one) => !isSettled(moment.file, one),
  );
}

/** Names a deviation on a page and a link: codes, an id and a day. */
export const deviationKey = ({ code, subjectId, on }: Deviation): string => [code, subjectId, on].join(':');

/** The deviation that a key names; null once it cannot be drafted any more. */
export function deviationOf(moment: Moment, key: string): Deviation | null {
  const [code, subjectId = '', day = ''] = key.split(':');
  const byHand = BY_HAND.find((one) => one === code);
  if (!byHand) return draftableDeviations(moment).find((one) => deviationKey(one) === key) ?? null;
  const one = { code: byHand, subjectId, unitId: subjectId, on: Temporal.PlainDate.from(day) };
  return isSettled(moment.file, one) ? null : one;
}
