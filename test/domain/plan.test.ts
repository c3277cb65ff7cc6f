import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { gapsInMeasure, gapsInPlan, isDueTooEarly, warningsOnPlan } from '../../domain/plan.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Measure, Plan } from '../../domain/rows/plan.ts';
import { newGoal, newMeasure, newNeed, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const row = caseRow({ status: 'MEETING' });
const meeting = meetingRow(row.id, { status: 'SENT', startAt: Temporal.Instant.from('2027-03-10T12:00:00Z') });
const plan = newPlan({
  id: 'plan',
  caseId: row.id,
  meetingId: meeting.id,
  version: 1,
  childGoal: 'Sova gott.',
  principal: 'REGION',
  ownerPersonId: 'person-1',
  followUpOn: day('2027-05-10'),
});
const need = newNeed({ id: 'need', planId: 'plan', ordinal: 1, text: 'Sova.' });
const goal = newGoal({ id: 'goal', planId: 'plan', ordinal: 1, text: 'Sömn.', needId: 'need' });
const measure = newMeasure({
  id: 'measure',
  planId: 'plan',
  goalId: 'goal',
  ordinal: 1,
  what: 'Samtal.',
  unitId: 'social-1',
  personId: 'person-2',
  dueOn: day('2027-04-01'),
});
const consents = [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })];
const file = (set: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, {
    consents,
    meetings: [meeting],
    participants: [participantRow(meeting.id, { attendance: 'IN_ROOM' })],
    plans: [plan],
    needs: [need],
    goals: [goal],
    measures: [measure],
    ...set,
  });
const gaps = (set?: Partial<CaseFile>) => gapsInPlan(file(set)).map(({ gap }) => gap);

test('T20: with what the law and practice require it may be locked', () => {
  expect(gaps()).toEqual([]);
});

describe('T18, T20, E: each gap by its name, and no other', () => {
  const without = (set: Partial<Plan>) => ({ plans: [{ ...plan, ...set }] });
  const ongoing = (set: Partial<Measure>) => ({ measures: [{ ...measure, ...set }] });
  test.each<[string, Partial<CaseFile>]>([
    [
      'attendance',
      {
        participants: [
          participantRow(meeting.id, { attendance: 'IN_ROOM' }),
          participantRow(meeting.id, { mail: 'b@b.example' }),
        ],
      },
    ],
    ['childVoice', without({ childGoal: null })],
    ['need', { needs: [] }],
    ['goal', { goals: [] }],
    ['measure', { measures: [] }],
    ['measureWhen', ongoing({ dueOn: day('2027-03-09') })],
    ['measureWho', ongoing({ unitId: 'bup-1' })],
    ['principal', without({ principal: null })],
    ['followUp', without({ followUpOn: null })],
  ])('%s', (gap, set) => {
    expect(gaps(set)).toEqual([gap]);
  });

  test.each<[string, Partial<CaseFile>]>([
    [
      'why the child has said nothing stands for what the child wants',
      without({ childGoal: null, childGoalMissing: 'CHILD_DECLINED' }),
    ],
    ['a measure that goes on has no last day', ongoing({ dueOn: null })],
    ['one that is done may have a day that has been', ongoing({ dueOn: day('2027-01-01'), state: 'DONE' })],
    ['nobody with the main responsibility: only a warning', without({ ownerPersonId: null })],
  ])('%s', (_, set) => {
    expect(gaps(set)).toEqual([]);
  });
});

test('T20, W: what is worth a thought stops nothing', () => {
  const more = { ...measure, id: 'other' };
  expect(warningsOnPlan(file())).toEqual([]);
  expect(warningsOnPlan(file({ plans: [{ ...plan, ownerPersonId: null }] }))).toEqual(['warn.noOwner']);
  expect(warningsOnPlan(file({ measures: [measure, more] }))).toEqual(['warn.oneUnit']);
  expect(warningsOnPlan(file({ measures: [measure, { ...more, unitId: 'school-1' }] }))).toEqual([]);
  expect(warningsOnPlan(file({ measures: [measure, { ...more, actor: 'CHILD' }] }))).toEqual([]);
  expect(warningsOnPlan(file({ plans: [{ ...plan, followUpOn: day('2027-09-11') }] }))).toEqual([
    'warn.followUpFar',
    'warn.consentEnds',
  ]);
  expect(warningsOnPlan(file({ plans: [{ ...plan, followUpOn: day('2027-08-25') }] }))).toEqual([]);
});

test('a measure is due on the day of the meeting at the earliest', () => {
  expect(isDueTooEarly(file(), day('2027-03-09'))).toBe(true);
  expect(isDueTooEarly(file(), day('2027-03-10'))).toBe(false);
});

test('a measure says what, who and when; one that goes on has no day', () => {
  const whole = { what: 'Samtal.', who: 'person-2', dueOn: day('2027-04-01'), continuous: false };
  expect(gapsInMeasure(whole, file())).toEqual([]);
  expect(gapsInMeasure({ what: null, who: null, dueOn: null, continuous: false }, file())).toEqual([
    'WHAT',
    'WHO',
    'DAY',
  ]);
  expect(gapsInMeasure({ ...whole, dueOn: day('2027-03-09') }, file())).toEqual(['TOO_EARLY']);
  expect(gapsInMeasure({ ...whole, dueOn: null, continuous: true }, file())).toEqual([]);
});
