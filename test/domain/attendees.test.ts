import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { attendanceChanges, everybodyCame, whoWasThere } from '../../domain/attendees.ts';
import { withChanges } from '../../domain/changes.ts';
import { caseFile, caseRow, meetingRow, participantRow } from '../support/case-rows.ts';

const row = caseRow();
const meeting = meetingRow(row.id, { status: 'SENT' });
const called = ['bup', 'social', 'social', 'habilitation'].map((unitId, n) =>
  participantRow(meeting.id, {
    unitId,
    mail: `${n}@unit.example`,
    answer: unitId === 'habilitation' ? 'DECLINED' : 'ACCEPTED',
  }),
);
const [bup, social, other] = called.map(({ id }) => id);
const file = caseFile(row, { meetings: [meeting], participants: called });
const today = Temporal.PlainDate.from('2027-03-01');
const nobody = { child: null, relatives: 0, interpreter: null, attendees: {}, participants: {} };
let n = 0;
const newId = () => `row-${++n}`;

const after = (...answers: Parameters<typeof attendanceChanges>[2][]) =>
  answers.reduce((now, answered) => withChanges(now, attendanceChanges(now, meeting, answered, newId)), file);

test('"Alla kom": whoever is not answered for was in the room, a party that said no was not, and answers stay', () => {
  const begun = after({ ...nobody, attendees: { GUARDIAN_2: 'REMOTE' }, participants: { [bup ?? '']: 'ABSENT' } });
  const all = everybodyCame(begun, meeting, { ...nobody, participants: { [social ?? '']: 'REMOTE' } }, today);
  expect(all.attendees).toEqual({ CONVENER: 'IN_ROOM', GUARDIAN_1: 'IN_ROOM', GUARDIAN_2: 'REMOTE' });
  expect(Object.values(all.participants)).toEqual(['ABSENT', 'REMOTE', 'IN_ROOM', 'ABSENT']);
  expect(all.child).toBeNull();
});

test('a guardian who cannot be reached, by a decision, may come and is not waited for', () => {
  const excused = {
    ...file,
    case: {
      ...row,
      excusedGuardian: 'GUARDIAN_2' as const,
      excusedRole: 'UNIT_MANAGER' as const,
      excusedOn: today,
      excusedRef: '1',
    },
  };
  const { attendees } = everybodyCame(excused, meeting, nobody, today);
  expect(attendees).toEqual({ CONVENER: 'IN_ROOM', GUARDIAN_1: 'IN_ROOM', GUARDIAN_2: null });
  const came = { ...nobody, attendees: { GUARDIAN_2: 'REMOTE' as const } };
  expect(everybodyCame(excused, meeting, came, today).attendees).toMatchObject({ GUARDIAN_2: 'REMOTE' });
});

test('papers tell who was there and which units were not: never an absent guardian', () => {
  const there = after({
    child: 'PART',
    relatives: 2,
    interpreter: 'REMOTE',
    attendees: { CONVENER: 'IN_ROOM', GUARDIAN_1: 'ABSENT', GUARDIAN_2: 'REMOTE' },
    participants: Object.fromEntries(called.map(({ id }) => [id, id === social ? 'IN_ROOM' : 'ABSENT'])),
  });
  expect(whoWasThere(there, { ...meeting, childAttendance: 'PART' })).toEqual({
    guardians: ['GUARDIAN_2'],
    relatives: 2,
    interpreter: true,
    units: [row.unitId, 'social'],
    absentUnits: ['bup', 'habilitation'],
    child: 'PART',
  });
  expect(other).toBeDefined();
});

test('of a meeting from before only the parties were asked about: the unit that held it was there', () => {
  const participants = called.map((one) => ({ ...one, attendance: 'IN_ROOM' as const }));
  const { guardians, units } = whoWasThere({ ...file, participants }, meeting);
  expect(units).toEqual([row.unitId, 'bup', 'social', 'habilitation']);
  expect(guardians).toEqual([]);
});

test('fewer relatives than before are fewer, and an interpreter can be taken back', () => {
  const more = { ...nobody, relatives: 3, interpreter: 'IN_ROOM' as const };
  expect(after(more).attendees).toHaveLength(4);
  expect(after(more, { ...nobody, relatives: 1 }).attendees.map(({ who, n }) => [who, n])).toEqual([['RELATIVE', 1]]);
  expect(after(more, more).attendees).toHaveLength(4);
});
