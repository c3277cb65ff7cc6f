import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { gapsInPlan, isDueTooEarly } from '../../domain/plan.ts';
import type { CaseFile, Goal, Measure, Plan } from '../../domain/rows.ts';
import { caseFile, caseRow, meetingRow, participantRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const row = caseRow({ status: 'MEETING' });
const meeting = meetingRow(row.id, { status: 'SENT', startAt: Temporal.Instant.from('2027-03-10T12:00:00Z') });
const plan: Plan = {
  id: 'plan',
  caseId: row.id,
  meetingId: meeting.id,
  version: 1,
  childGoal: 'Sova gott.',
  childGoalMissing: null,
  principal: 'REGION',
  ownerPersonId: 'person-1',
  followUpOn: day('2027-05-10'),
  lockedAt: null,
  revision: 0,
};
const goal: Goal = { id: 'goal', planId: 'plan', ordinal: 1, text: 'Sömn.', revision: 0 };
const measure: Measure = {
  id: 'measure',
  planId: 'plan',
  goalId: 'goal',
  ordinal: 1,
  what: 'Samtal.',
  unitId: 'social-1',
  personId: 'person-2',
  dueOn: day('2027-04-01'),
  state: 'ONGOING',
  doneAt: null,
  doneById: null,
  revision: 0,
};
const file = (set: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, {
    meetings: [meeting],
    participants: [participantRow(meeting.id, { attendance: 'IN_ROOM' })],
    plans: [plan],
    goals: [goal],
    measures: [measure],
    ...set,
  });
const gaps = (set?: Partial<CaseFile>) => gapsInPlan(file(set)).map(({ gap }) => gap);

test('with what the law and practice require it may be locked', () => {
  expect(gaps()).toEqual([]);
});

describe('each gap by its name', () => {
  const without = (set: Partial<Plan>) => ({ plans: [{ ...plan, ...set }] });
  test.each<[string, Partial<CaseFile>]>([
    [
      'attendance',
      { participants: [participantRow(meeting.id, { attendance: 'IN_ROOM' }), participantRow(meeting.id, { mail: 'b@b.example' })] },
    ],
    ['childVoice', without({ childGoal: null })],
    ['goal', { goals: [] }],
    ['measure', { measures: [] }],
    ['principal', without({ principal: null })],
    ['owner', without({ ownerPersonId: null })],
    ['followUp', without({ followUpOn: null })],
  ])('%s', (gap, set) => {
    expect(gaps(set)).toEqual([gap]);
  });

  test('why the child has said nothing stands for what the child wants', () => {
    expect(gaps(without({ childGoal: null, childGoalMissing: 'CHILD_DECLINED' }))).toEqual([]);
  });
});

test('a measure is due on the day of the meeting at the earliest', () => {
  expect(isDueTooEarly(file(), day('2027-03-09'))).toBe(true);
  expect(isDueTooEarly(file(), day('2027-03-10'))).toBe(false);
});
