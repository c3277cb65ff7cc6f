import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { type Measure, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { firstPromise, isInTime, presetTellBy, presetTeller, tellsChild } from '../../domain/tell-child.ts';
import { caseFile, caseRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';

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

test('the child is told first of what a unit has promised, never of a question or of a day that has been', () => {
  const plan = newPlan({ id: 'plan', caseId: row.id, meetingId: 'held', version: 1 });
  const first = (...measures: Partial<Measure>[]) => {
    const file = caseFile(row, {
      plans: [plan],
      participants: [
        participantRow('held', { unitId: 'social-1', attendance: 'IN_ROOM' }),
        participantRow('held', { unitId: 'bup-1', attendance: 'ABSENT' }),
      ],
      measures: measures.map((set, n) =>
        newMeasure({ id: `m${n}`, planId: 'plan', ordinal: n + 1, what: 'x', unitId: 'social-1', ...set }),
      ),
    });
    return firstPromise({ file, today: day('2027-03-10') }, plan)?.id;
  };
  const [soon, later] = [{ dueOn: day('2027-03-12') }, { dueOn: day('2027-03-19') }];
  expect(first(later, soon)).toBe('m1');
  expect(first(later, { ...soon, unitId: 'bup-1' })).toBe('m0');
  expect(first(later, { ...soon, unitId: 'bup-1', acceptedOn: day('2027-03-09') })).toBe('m1');
  expect(first(later, { dueOn: day('2027-03-09') })).toBe('m0');
  expect(first(later, { ...soon, actor: 'CHILD' })).toBe('m0');
  expect(first({})).toBeUndefined();
});
