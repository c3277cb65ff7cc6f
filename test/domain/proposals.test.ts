import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Calendars, proposeTimes } from '../../domain/proposals.ts';
import { isWorkingDay } from '../../domain/red-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const busy = (startAt: string, endAt: string) => ({
  startAt: Temporal.Instant.from(startAt),
  endAt: Temporal.Instant.from(endAt),
});
const local = (text: string | undefined) =>
  Temporal.Instant.from(text ?? '')
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDateTime()
    .toString();

const propose = (
  calendars: Calendars,
  over: { from?: string; to?: string; wishes?: string[]; minutes?: number } = {},
) =>
  proposeTimes({
    from: day(over.from ?? '2027-03-01'),
    to: day(over.to ?? '2027-03-05'),
    minutes: over.minutes ?? 60,
    wishes: over.wishes ?? [],
    calendars,
  });

test('no evenings, no lunch hour, no weekends and no red days', () => {
  const times = propose([], { from: '2027-03-22', to: '2027-04-04' });
  // Good Friday is 26 March 2027, Easter Monday the 29th.
  const days = times.map(({ startAt }) => local(startAt).slice(0, 10));
  for (const free of ['2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29']) expect(days).not.toContain(free);
  for (const { startAt, endAt } of times) {
    const [from, to] = [local(startAt).slice(11), local(endAt).slice(11)];
    expect(from >= '08:00' && to <= '17:00' && (to <= '12:00' || from >= '13:00')).toBe(true);
  }
});

test('most people first, then what the family wishes, then the earliest', () => {
  const calendars: Calendars = [
    { unitId: 'a', seen: true, busy: [busy('2027-03-01T07:00:00Z', '2027-03-01T16:00:00Z')] },
    { unitId: 'b', seen: true, busy: [] },
    { unitId: 'c', seen: false, busy: [] },
  ];
  const [first, ...rest] = propose(calendars, { wishes: ['AFTERNOON'] });
  expect(local(first?.startAt)).toBe('2027-03-02T13:00:00');
  expect(first).toMatchObject({ free: 2, seen: 2, unseen: 1, busyUnits: [] });
  expect(rest.at(-1)).toMatchObject({ free: 1, busyUnits: ['a'] });
  expect(local(rest.at(-1)?.startAt).slice(0, 10)).toBe('2027-03-01');
});

test('meetings that end when this one begins do not collide', () => {
  const calendars: Calendars = [
    {
      unitId: 'a',
      seen: true,
      busy: [
        busy('2027-03-01T07:00:00Z', '2027-03-01T08:00:00Z'),
        busy('2027-03-01T09:00:00Z', '2027-03-01T16:00:00Z'),
      ],
    },
  ];
  const [first] = propose(calendars, { to: '2027-03-01' });
  expect(local(first?.startAt)).toBe('2027-03-01T09:00:00');
  expect(first?.free).toBe(1);
});

test('a morning wish and an afternoon wish together are no wish', () => {
  expect(local(propose([], { wishes: ['MORNING', 'AFTERNOON'], to: '2027-03-01' })[0]?.startAt)).toBe(
    '2027-03-01T08:00:00',
  );
});

test('one time a day, nine at most', () => {
  const times = propose([], { to: '2027-04-30' });
  expect(times).toHaveLength(9);
  expect(new Set(times.map(({ startAt }) => local(startAt).slice(0, 10))).size).toBe(9);
});

test('the wall clock is kept over the change to summer time', () => {
  const times = propose([], { from: '2026-03-27', to: '2026-03-30' });
  expect(times.map(({ startAt }) => startAt)).toEqual(['2026-03-27T07:00:00Z', '2026-03-30T06:00:00Z']);
});

test('Swedish red days', () => {
  for (const red of ['2026-12-25', '2027-01-06', '2027-06-06', '2027-05-01', '2027-03-27'])
    expect(isWorkingDay(day(red))).toBe(false);
  for (const work of ['2026-12-28', '2027-03-30', '2027-10-15']) expect(isWorkingDay(day(work))).toBe(true);
});
