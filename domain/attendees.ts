/**
 * Who was at a meeting. Asked are the convener, those guardians whom the cards may name, those close to the child, an
 * interpreter, the child and every party; papers tell those who were there, and units that were not: never that a
 * guardian or the child was absent.
 */
import type { Temporal } from 'temporal-polyfill';
import { hasCome } from './attendance.ts';
import {
  type Attendance,
  type AttendeeKind,
  GUARDIANS,
  type Guardian,
  type InterpreterHow,
  type Participation,
} from './codes.ts';
import { isExcused } from './consent.ts';
import { participantsOf } from './current.ts';
import { approachable } from './gates.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Attendee, Meeting } from './rows/meeting.ts';
import { talksNow, talkWith } from './talks.ts';

type MeetingId = Pick<Meeting, 'id'> | undefined;

const attendeesOf = (file: CaseFile, meeting: MeetingId): Attendee[] =>
  file.attendees.filter(({ meetingId }) => meetingId === meeting?.id);

const attendeeOf = (file: CaseFile, meeting: MeetingId, who: AttendeeKind): Attendee | undefined =>
  attendeesOf(file, meeting).find((row) => row.who === who);

export const attendanceOf = (file: CaseFile, meeting: MeetingId, who: AttendeeKind): Attendance | null =>
  attendeeOf(file, meeting, who)?.attendance ?? null;

/** Who is asked about one by one. */
export const askedAttendees = (file: CaseFile, today: Temporal.PlainDate): ('CONVENER' | Guardian)[] => [
  'CONVENER',
  ...approachable(file, today),
];

/** A guardian whom a manager has decided not to wait for may come, and is not one who is missing. */
const isExpected = ({ case: row }: CaseFile, who: 'CONVENER' | Guardian): boolean =>
  who === 'CONVENER' || !isExcused(row, who);

export const relativesAt = (file: CaseFile, meeting: MeetingId): number =>
  attendeesOf(file, meeting).filter(({ who, attendance }) => who === 'RELATIVE' && hasCome(attendance)).length;

const INTERPRETER_IS: Record<InterpreterHow, Attendance> = { ON_SITE: 'IN_ROOM', PHONE: 'REMOTE', SCREEN: 'REMOTE' };

/** Until it is answered, as it was ordered in a talk. */
export function interpreterAt(file: CaseFile, meeting: MeetingId): Attendance | null {
  const ordered = talksNow(file).find(({ interpreter }) => interpreter !== null);
  const isAnswered = attendeesOf(file, meeting).length > 0;
  return isAnswered || !ordered
    ? attendanceOf(file, meeting, 'INTERPRETER')
    : INTERPRETER_IS[ordered.interpreterHow ?? 'ON_SITE'];
}

/** Until it is answered, as the child has chosen. */
export const childAt = (file: CaseFile, meeting: Meeting | undefined): Participation | null =>
  meeting?.childAttendance ?? talkWith(file, 'CHILD')?.participation ?? null;

export type Answered = {
  child: Participation | null;
  relatives: number;
  interpreter: Attendance | null;
  attendees: Partial<Record<AttendeeKind, Attendance | null>>;
  /** By participant id; nobody's answer is taken back, and who had no room on the card keeps theirs. */
  participants: Record<string, Attendance | null>;
};

export function attendanceChanges(file: CaseFile, meeting: Meeting, answered: Answered, newId: () => string): Change[] {
  const put = (who: AttendeeKind, attendance: Attendance | null, n = 1): Change[] => {
    const known = attendeesOf(file, meeting).find((row) => row.who === who && row.n === n);
    if (known?.attendance === attendance) return [];
    if (known) return [attendance ? inRow(known.id, { attendance }) : { in: 'attendee', id: known.id, remove: true }];
    if (!attendance) return [];
    const id = newId();
    return [inRow(id, { id, meetingId: meeting.id, who, n, attendance, revision: 0 })];
  };
  const most = Math.max(answered.relatives, relativesAt(file, meeting));
  return [
    { in: 'meeting', id: meeting.id, set: { childAttendance: answered.child } },
    ...Object.entries(answered.attendees).flatMap(([who, attendance]) =>
      attendance ? put(who as AttendeeKind, attendance) : [],
    ),
    ...Array.from({ length: most }, (_, n) => put('RELATIVE', n < answered.relatives ? 'IN_ROOM' : null, n + 1)).flat(),
    ...put('INTERPRETER', answered.interpreter),
    ...Object.entries(answered.participants).flatMap(([id, attendance]): Change[] =>
      attendance ? [{ in: 'participant', id, set: { attendance } }] : [],
    ),
  ];
}

const inRow = (id: string, set: Partial<Attendee>): Change => ({ in: 'attendee', id, set });

/** "Alla kom": whoever is not answered for was in the room; a party that has said no was not. */
export function everybodyCame(
  file: CaseFile,
  meeting: Meeting,
  answered: Answered,
  today: Temporal.PlainDate,
): Answered {
  const asked = askedAttendees(file, today);
  return {
    ...answered,
    attendees: Object.fromEntries(
      asked.map((who) => [
        who,
        answered.attendees[who] ?? attendanceOf(file, meeting, who) ?? (isExpected(file, who) ? 'IN_ROOM' : null),
      ]),
    ),
    participants: Object.fromEntries(
      participantsOf(file, meeting).map(({ id, attendance, answer }) => [
        id,
        answered.participants[id] ?? attendance ?? (answer === 'DECLINED' ? 'ABSENT' : 'IN_ROOM'),
      ]),
    ),
  };
}

/** Somebody is not answered for yet. The child and those close to it are no row that can be forgotten. */
export const isSomebodyOpen = (file: CaseFile, meeting: MeetingId, today: Temporal.PlainDate): boolean =>
  askedAttendees(file, today).some((who) => isExpected(file, who) && attendanceOf(file, meeting, who) === null) ||
  participantsOf(file, meeting).some(({ attendance }) => attendance === null);

export type WhoWasThere = {
  guardians: Guardian[];
  /** How many who are close to the child. */
  relatives: number;
  interpreter: boolean;
  /** The convening unit first, where its convener was there. */
  units: string[];
  /** Units that were called and that nobody came from. */
  absentUnits: string[];
  /** How the child took part; null: nobody has said. */
  child: Participation | null;
};

/** For the papers: those there by kind, and units that were not. */
export function whoWasThere(file: CaseFile, meeting: Meeting): WhoWasThere {
  const people = participantsOf(file, meeting);
  const came = (who: AttendeeKind) => hasCome(attendanceOf(file, meeting, who));
  // Of a meeting from before nobody else was asked about: the unit that held it was there.
  const isAsked = attendeesOf(file, meeting).length > 0;
  const units = new Set([
    ...(came('CONVENER') || !isAsked ? [file.case.unitId] : []),
    ...people.filter(({ attendance }) => hasCome(attendance)).map(({ unitId }) => unitId),
  ]);
  const missed = people.filter(({ attendance, unitId }) => attendance !== null && !units.has(unitId));
  return {
    guardians: GUARDIANS.filter(came),
    relatives: relativesAt(file, meeting),
    interpreter: came('INTERPRETER'),
    units: [...units],
    absentUnits: [...new Set(missed.map(({ unitId }) => unitId))],
    child: meeting.childAttendance,
  };
}
