import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayOf, daysBetween, instantOf } from '../../domain/days.ts';
import { clocksOf, isLate, lastMeetingDay } from '../../domain/deadlines.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseFile, caseRow, consentRow, meetingRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = Temporal.PlainDate.from('2027-03-01');
const clock = (text: string) => Temporal.PlainTime.from(text);

function signedOn(text: string | null): CaseFile {
  const row = caseRow({ guardianTwo: 'NONE' });
  const consents = text ? [consentRow(row.id, { signedOn: day(text) })] : [];
  return caseFile(row, { consents });
}

test('three weeks from the day the consent is complete, weekends and red days counted', () => {
  expect(lastMeetingDay(momentAt(signedOn('2027-03-01'), TODAY))?.toString()).toBe('2027-03-22');
  expect(lastMeetingDay(momentAt(signedOn('2026-12-18'), TODAY))?.toString()).toBe('2027-01-08');
  expect(lastMeetingDay(momentAt(signedOn(null), TODAY))).toBeNull();
});

test('over the change to summer time, 2026-03-29, the three weeks are still 21 days', () => {
  const last = lastMeetingDay(momentAt(signedOn('2026-03-20'), TODAY));
  expect(last?.toString()).toBe('2026-04-10');
  expect(daysBetween(day('2026-03-28'), day('2026-04-10'))).toBe(13);
});

test('a wall clock time stays what it is over the change', () => {
  expect(instantOf(day('2026-03-28'), clock('13:00')).toString()).toBe('2026-03-28T12:00:00Z');
  expect(instantOf(day('2026-03-29'), clock('13:00')).toString()).toBe('2026-03-29T11:00:00Z');
  expect(instantOf(day('2026-10-25'), clock('13:00')).toString()).toBe('2026-10-25T12:00:00Z');
  // 02.30 does not exist on the day summer time begins.
  expect(instantOf(day('2026-03-29'), clock('02:30')).toString()).toBe('2026-03-29T01:30:00Z');
});

test('the day is the day in Sweden', () => {
  expect(dayOf(Temporal.Instant.from('2026-03-28T22:59:00Z')).toString()).toBe('2026-03-28');
  expect(dayOf(Temporal.Instant.from('2026-03-28T23:01:00Z')).toString()).toBe('2026-03-29');
  expect(dayOf(Temporal.Instant.from('2026-06-30T22:01:00Z')).toString()).toBe('2026-07-01');
});

test('late is after the last day, not on it', () => {
  expect(isLate(day('2026-04-10'), day('2026-04-10'))).toBe(false);
  expect(isLate(day('2026-04-11'), day('2026-04-10'))).toBe(true);
  expect(isLate(day('2030-01-01'), null)).toBe(false);
});

test('T14: the three clocks are kept, and the setting chooses which one is shown', () => {
  const file = signedOn('2027-03-01');
  file.case = { ...file.case, needNoticedOn: day('2027-02-15') };
  file.meetings = [meetingRow(file.case.id, { status: 'SENT', sentAt: Temporal.Instant.from('2027-03-04T23:30:00Z') })];
  const clocks = clocksOf(momentAt(file, TODAY));
  expect(Object.fromEntries(Object.entries(clocks).map(([name, on]) => [name, on?.toString()]))).toEqual({
    NEED_NOTICED: '2027-02-15',
    CONSENT_COMPLETE: '2027-03-01',
    INVITATION_SENT: '2027-03-05',
  });
  const last = (clockStart: keyof typeof clocks) => lastMeetingDay(momentAt(file, TODAY, { clockStart }))?.toString();
  expect([last('NEED_NOTICED'), last('CONSENT_COMPLETE'), last('INVITATION_SENT')]).toEqual([
    '2027-03-08',
    '2027-03-22',
    '2027-03-26',
  ]);
});
