import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { clockOf, dayOf } from '../../domain/days.ts';
import { isWorkingDay } from '../../domain/red-days.ts';
import {
  followUpDueItems,
  isFollowUpNear,
  isTellingDue,
  isWorkingHour,
  nextWorkingMorning,
  reminderDays,
  tellChildDueItems,
} from '../../domain/reminders.ts';
import { newPlan } from '../../domain/rows/plan.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text);

test.each([
  ['an ordinary day', '2027-05-12', ['2027-04-28', '2027-05-05', '2027-05-11']],
  ['Monday: the day before is a Friday', '2027-05-31', ['2027-05-17', '2027-05-24', '2027-05-28']],
  // Ascension Day 6 May, Good Friday 26 and Easter Monday 29 March 2027.
  ['red days', '2027-05-20', ['2027-05-05', '2027-05-13', '2027-05-19']],
  ['Easter', '2027-03-30', ['2027-03-16', '2027-03-23', '2027-03-25']],
])('T22: 14, 7 and 1 days before, or the working day before that: %s', (_, followUpOn, days) => {
  expect(reminderDays(day(followUpOn)).map(String)).toEqual(days);
});

test('T22: at eight in the morning Swedish time, also across summer time, and none that has been', () => {
  const plan = newPlan({ id: 'p', caseId: 'c', meetingId: 'm', version: 1, followUpOn: day('2027-04-07') });
  const remind = (now: string) =>
    followUpDueItems(plan, instant(now))
      .filter(({ kind }) => kind === 'followUp.remind')
      .map(({ dueAt }) => dueAt.toString());
  // Summer time begins on 28 March 2027.
  expect(remind('2027-03-01T08:00:00Z')).toEqual([
    '2027-03-24T07:00:00Z',
    '2027-03-31T06:00:00Z',
    '2027-04-06T06:00:00Z',
  ]);
  expect(remind('2027-03-24T07:00:00Z')).toEqual(['2027-03-31T06:00:00Z', '2027-04-06T06:00:00Z']);
  expect(followUpDueItems({ ...plan, followUpOn: null }, instant('2027-03-01T08:00:00Z'))).toEqual([]);
});

test('T22, FAULTS: ten years of follow-ups, and never outside working hours', () => {
  for (let on = day('2027-01-01'); on.year < 2037; on = on.add({ days: 1 })) {
    const days = reminderDays(on);
    expect(days.every(isWorkingDay), on.toString()).toBe(true);
    expect(
      days.every((one, n) => Temporal.PlainDate.compare(one, on.subtract({ days: [14, 7, 1][n] ?? 0 })) <= 0),
    ).toBe(true);
  }
});

test.each([
  ['2027-05-12T05:59:00Z', false], // 7.59
  ['2027-05-12T06:00:00Z', true],
  ['2027-05-12T14:59:00Z', true],
  ['2027-05-12T15:00:00Z', false], // 17.00
  ['2027-05-15T08:00:00Z', false], // Saturday
  ['2027-05-06T08:00:00Z', false], // Ascension Day
])('T22: %s is a working hour: %s', (now, isOne) => {
  expect(isWorkingHour(instant(now))).toBe(isOne);
});

test.each([
  ['2027-05-12T03:00:00Z', '2027-05-12T08:00'], // early the same day
  ['2027-05-12T18:00:00Z', '2027-05-13T08:00'],
  ['2027-05-14T18:00:00Z', '2027-05-17T08:00'], // Friday evening
  ['2027-05-05T18:00:00Z', '2027-05-07T08:00'], // the evening before Ascension Day
])('what was due meanwhile waits from %s until %s', (now, morning) => {
  const next = nextWorkingMorning(instant(now));
  expect(`${dayOf(next)}T${clockOf(next).toString({ smallestUnit: 'minute' })}`).toBe(morning);
  expect(isWorkingDay(dayOf(next)) && isWorkingHour(next)).toBe(true);
});

test('T22: near from the first reminder until the day itself', () => {
  const on = day('2027-05-20');
  expect(
    ['2027-05-04', '2027-05-05', '2027-05-20', '2027-05-21'].map((today) => isFollowUpNear(on, day(today))),
  ).toEqual([false, true, true, false]);
});

test('the child waits to hear: two days and a week after the lock, or the working day after; and the day that it is late', () => {
  const lockedAt = instant('2027-03-24T12:00:00Z');
  const told = { childTellerRole: 'CONVENER', childTellByOn: day('2027-03-31') } as const;
  const plan = newPlan({ id: 'p', caseId: 'c', meetingId: 'm', version: 1, lockedAt, ...told });
  const due = (set: Partial<typeof plan> = {}, now = lockedAt) =>
    tellChildDueItems({ ...plan, ...set }, now).map(({ kind, dueAt }) => `${kind} ${dueAt}`);
  // Good Friday 26 and Easter Monday 29 March 2027; summer time begins on the 28th.
  expect(due()).toEqual([
    'tellChild.remind 2027-03-30T06:00:00Z',
    'tellChild.remind 2027-03-31T06:00:00Z',
    'followUp.day 2027-03-31T22:00:00Z',
  ]);
  expect(due({}, instant('2027-03-31T06:00:00Z'))).toEqual(['followUp.day 2027-03-31T22:00:00Z']);
  expect(due({ childTellerRole: null })).toEqual([]);
  expect(due({ lockedAt: null })).toEqual([]);
  const isDue = (on: string) => isTellingDue(dayOf(lockedAt), day(on));
  expect([isDue('2027-03-29'), isDue('2027-03-30'), isDue('2027-04-20')]).toEqual([false, true, true]);
});
