/**
 * A measure that is being written: what it lacks, what stands filled in for the next one, and what it may come after.
 */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { mayComeAfter } from '../../domain/measures.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { type Measure, newGoal, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { gapsInMeasure, measuresByGoal, presetsOf, type Written, whyNotStart } from '../../domain/write-measure.ts';
import { caseFile, caseRow, consentRow, meetingRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2027-03-10');
const row = caseRow({ status: 'MEETING' });
const meeting = meetingRow(row.id, { status: 'SENT', startAt: Temporal.Instant.from('2027-03-10T12:00:00Z') });
const plan = newPlan({ id: 'plan', caseId: row.id, meetingId: meeting.id, version: 1 });
const goals = [1, 2].map((ordinal) => newGoal({ id: `goal-${ordinal}`, planId: 'plan', ordinal, text: 'Sova.' }));
const measure = (ordinal: number, set: Partial<Measure> = {}): Measure =>
  newMeasure({ id: `m-${ordinal}`, planId: 'plan', ordinal, what: 'Prata.', unitId: 'social-1', ...set });
const file = (set: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, {
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    plans: [plan],
    goals,
    ...set,
  });

const whole: Written = {
  what: 'Samtal.',
  actor: null,
  unitId: 'social-1',
  dueOn: day('2027-04-01'),
  continuous: false,
  startOn: null,
  known: [],
};

describe('T20: a measure says what, who and when', () => {
  test.each<[string, Partial<Written>, string[]]>([
    ['all of it', {}, []],
    ['nothing', { what: null, unitId: null, dueOn: null }, ['WHAT', 'WHO', 'DAY']],
    ['a day before the meeting', { dueOn: day('2027-03-09') }, ['TOO_EARLY']],
    ['the day of the meeting', { dueOn: today }, []],
    ['one that goes on', { dueOn: null, continuous: true }, []],
    ['a unit outside the consent', { unitId: 'bup-1' }, ['OUTSIDE']],
    ['what the child does has no day', { actor: 'CHILD', dueOn: null }, []],
    ['what the child does, with a day left from the one before', { actor: 'CHILD', dueOn: day('2027-03-09') }, []],
    ['a day from the measure before, and then "löpande"', { continuous: true, known: [day('2027-04-01')] }, []],
    ['"löpande" from the measure before, and then a day', { continuous: true }, ['DAY_OR_NOT']],
    ['to be done before it begins', { startOn: day('2027-04-02') }, ['BEFORE_START']],
  ])('%s', (_, set, gaps) => {
    expect(gapsInMeasure({ ...whole, ...set }, { file: file(), today })).toEqual(gaps);
  });

  test('a unit that a consent of today names no longer', () => {
    const narrowed = file({
      consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2', parties: [] })],
    });
    expect(gapsInMeasure(whole, { file: narrowed, today })).toEqual(['OUTSIDE']);
  });
});

describe('what stands filled in for the next one', () => {
  const presets = (measures: Measure[], more: Partial<CaseFile> = {}) => presetsOf(file({ measures, ...more }), plan);

  test('nothing but the first goal without a measure, before the first', () => {
    expect(presets([])).toEqual({ unitId: null, dueOn: null, continuous: false, goalId: 'goal-1' });
    const carried = measure(1, { previousId: 'old', goalId: 'goal-1', dueOn: day('2027-02-01') });
    expect(presets([carried])).toMatchObject({ unitId: null, dueOn: null, goalId: 'goal-2' });
  });

  test('what was said of the last one', () => {
    const dueOn = day('2027-04-01');
    expect(presets([measure(1, { dueOn, goalId: 'goal-2' })])).toEqual({
      unitId: 'social-1',
      dueOn,
      continuous: false,
      goalId: 'goal-2',
    });
    expect(presets([measure(1, { dueOn }), measure(2)])).toMatchObject({ dueOn: null, continuous: true });
  });

  test('the unit and the day of the last promise, where the last one is somebody else’s', () => {
    const dueOn = day('2027-04-01');
    const child = measure(2, { actor: 'CHILD', unitId: 'school-1', goalId: 'goal-2' });
    expect(presets([measure(1, { dueOn }), child])).toEqual({
      unitId: 'social-1',
      dueOn,
      continuous: false,
      goalId: 'goal-2',
    });
  });

  test('with one goal that is the one', () => {
    expect(presets([measure(1)], { goals: goals.slice(1) }).goalId).toBe('goal-2');
  });
});

test('they stand under their goals, and those of none last', () => {
  const measures = [
    measure(1),
    measure(2, { goalId: 'goal-2' }),
    measure(3, { goalId: 'goal-1' }),
    measure(4, { goalId: 'gone' }),
  ];
  expect(measuresByGoal(file({ measures }), plan).map(({ ordinal }) => ordinal)).toEqual([3, 2, 1, 4]);
});

test('one begins on the day of the meeting at the earliest, unless it stood so, and before it is done', () => {
  const one = measure(1, { dueOn: day('2027-04-01') });
  expect(whyNotStart(file(), one, day('2027-03-09'))).toBe('TOO_EARLY');
  expect(whyNotStart(file(), { ...one, startOn: day('2027-03-09') }, day('2027-03-09'))).toBeNull();
  expect(whyNotStart(file(), one, day('2027-04-02'))).toBe('AFTER_DUE');
  expect(whyNotStart(file(), one, day('2027-04-01'))).toBeNull();
});

test('none comes after itself, after one that waits for it, or after what is somebody else’s', () => {
  const measures = [
    measure(1),
    measure(2, { afterRootId: 'm-1' }),
    measure(3, { afterRootId: 'm-2' }),
    measure(4),
    measure(5, { actor: 'CHILD' }),
  ];
  const after = (n: number) => mayComeAfter(measures, measures[n - 1] as Measure).map(({ ordinal }) => ordinal);
  expect(after(1)).toEqual([4]);
  expect(after(3)).toEqual([1, 2, 4]);
  // A ring that should not be there ends too.
  const [one, two] = [measure(1, { afterRootId: 'm-2' }), measure(2, { afterRootId: 'm-1' })];
  expect(mayComeAfter([one, two, measure(3)], measure(3)).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
});
