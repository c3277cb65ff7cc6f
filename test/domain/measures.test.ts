/** How a measure stands: derived each time, and never stored. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Attendance } from '../../domain/codes.ts';
import { isCalledFor, stateOf } from '../../domain/measures.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { type Measure, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, meetingRow, participantRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2027-03-10');
const row = caseRow({ status: 'PLAN_ACTIVE' });
const meetings = ['first', 'second'].map((id) => meetingRow(row.id, { id }));
const plans = meetings.map(({ id: meetingId }, n) =>
  newPlan({ id: `plan-${n}`, caseId: row.id, meetingId, version: n + 1 }),
);
const came = (attendance: Attendance | null, meetingId = 'first') =>
  participantRow(meetingId, { unitId: 'social-1', personId: 'person-2', attendance });
const measure = (set: Partial<Measure> = {}): Measure =>
  newMeasure({ id: 'm', planId: 'plan-0', ordinal: 1, what: 'Prata.', unitId: 'social-1', ...set });
const file = (set: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, { meetings, plans, participants: [came('IN_ROOM')], ...set });
const state = (set: Partial<Measure>, more: Partial<CaseFile> = {}) => {
  const one = measure(set);
  return stateOf(file({ ...more, measures: [one, ...(more.measures ?? [])] }), one, today);
};

const PAST = day('2027-03-09');
const AHEAD = day('2027-03-11');
const ABSENT = { participants: [came('ABSENT')] };

describe('how a measure stands', () => {
  test.each<[string, Partial<Measure>, Partial<CaseFile>, string]>([
    ['it goes on', {}, {}, 'ONGOING'],
    ['on its last day', { dueOn: today }, {}, 'ONGOING'],
    ['the day after', { dueOn: PAST }, {}, 'LATE'],
    ['done is done', { dueOn: PAST, state: 'DONE', startOn: AHEAD }, ABSENT, 'DONE'],
    ['it begins later', { startOn: AHEAD }, {}, 'NOT_STARTED'],
    ['it begins today', { startOn: today }, {}, 'ONGOING'],
    ['its unit was not there', { dueOn: PAST, startOn: AHEAD }, ABSENT, 'ASKED'],
    ['a unit that was not called', { unitId: 'bup-1' }, {}, 'ASKED'],
    ['it has sent word, and was not there', {}, { participants: [came('SENT_WORD')] }, 'ASKED'],
    ['one of its people was there', {}, { participants: [came('ABSENT'), came('REMOTE')] }, 'ONGOING'],
    ['nobody has said yet who was there', {}, { participants: [came(null)] }, 'ONGOING'],
    ['the unit that holds the meeting', { unitId: 'school-1' }, ABSENT, 'ONGOING'],
    ['it has said yes since', { acceptedOn: today }, ABSENT, 'ONGOING'],
    [
      'what the child does is never asked of a unit, or late',
      { actor: 'CHILD', unitId: 'bup-1', dueOn: PAST },
      {},
      'ONGOING',
    ],
  ])('%s', (_, set, more, expected) => {
    expect(state(set, more)).toBe(expected);
  });

  test('it comes after one that is not done', () => {
    const earlier = (set: Partial<Measure>) => ({ measures: [measure({ id: 'before', ...set })] });
    expect(state({ afterRootId: 'before' }, earlier({}))).toBe('NOT_STARTED');
    expect(state({ afterRootId: 'before' }, earlier({ state: 'DONE' }))).toBe('ONGOING');
    expect(state({ afterRootId: 'root' }, earlier({ rootId: 'root' }))).toBe('NOT_STARTED');
    expect(state({ afterRootId: 'before' }, earlier({ planId: 'plan-1' }))).toBe('ONGOING');
    expect(state({ afterRootId: 'before' })).toBe('ONGOING');
  });

  test('a unit that was there when it was agreed need not say yes anew, and one that comes to the follow-up has', () => {
    const carried = { planId: 'plan-1', id: 'copy', rootId: 'm' };
    const before = { measures: [measure()] };
    const absentNow = came('ABSENT', 'second');
    expect(state(carried, { ...before, participants: [came('IN_ROOM'), absentNow] })).toBe('ONGOING');
    expect(state(carried, { ...before, participants: [came('ABSENT'), absentNow] })).toBe('ASKED');
    expect(state(carried, { ...before, participants: [came('ABSENT'), came('REMOTE', 'second')] })).toBe('ONGOING');
    // It was somebody else's then.
    const others = { measures: [measure({ unitId: 'bup-1' })] };
    expect(state(carried, { ...others, participants: [came('IN_ROOM'), absentNow] })).toBe('ASKED');
  });
});

test('called for it is whoever of its unit was called to the meeting that wrote it', () => {
  const person = { id: 'person-2', unitId: 'social-1' };
  expect(isCalledFor(file(), measure(), person)).toBe(true);
  expect(isCalledFor(file(), measure(), { ...person, id: 'colleague' })).toBe(false);
  expect(isCalledFor(file(), measure({ unitId: 'bup-1' }), person)).toBe(false);
  expect(isCalledFor(file(), measure({ planId: 'plan-1' }), person)).toBe(false);
});
