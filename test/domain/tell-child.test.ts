import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { isInTime, presetTellBy, presetTeller, tellsChild } from '../../domain/tell-child.ts';
import { caseFile, caseRow, meetingRow, talkRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const row = caseRow({ status: 'MEETING' });
const on = (startAt: string, meeting: Partial<Meeting> = {}, more: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, {
    meetings: [meetingRow(row.id, { status: 'SENT', startAt: Temporal.Instant.from(startAt), ...meeting })],
    ...more,
  });
const TUESDAY = '2027-03-09T12:00:00Z';

test('whoever keeps the voice of the child tells it, else whoever follows it out; else nobody is proposed', () => {
  const keeper = { talks: [talkRow(row.id, { with: 'CHILD', voiceKeeper: 'RELATIVE' })] };
  expect(presetTeller(on(TUESDAY, { childFollower: 'SCHOOL_STAFF' }, keeper))).toBe('RELATIVE');
  expect(presetTeller(on(TUESDAY, { childFollower: 'SCHOOL_STAFF' }))).toBe('SCHOOL_STAFF');
  expect(presetTeller(on(TUESDAY))).toBeNull();
});

test('the next working day is proposed, also over a weekend and Easter', () => {
  expect(presetTellBy(on(TUESDAY))?.toString()).toBe('2027-03-10');
  expect(presetTellBy(on('2027-03-12T12:00:00Z'))?.toString()).toBe('2027-03-15');
  expect(presetTellBy(on('2027-03-25T12:00:00Z'))?.toString()).toBe('2027-03-30');
});

test('from the day of the meeting to a week after it', () => {
  const in7 = (text: string) => isInTime(on(TUESDAY), day(text));
  expect([in7('2027-03-08'), in7('2027-03-09'), in7('2027-03-16'), in7('2027-03-17')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('somebody who turns 18 before the meeting is not told by anybody', () => {
  const turns = (text: string) => {
    const file = on(TUESDAY);
    return tellsChild({ ...file, case: { ...row, ageBand: 'A15_17', turns18On: day(text) } });
  };
  expect(turns('2027-04-01')).toBe(true);
  expect(turns('2027-03-01'), 'in the birthday’s month nobody knows').toBe(true);
  expect(turns('2027-02-01')).toBe(false);
});
