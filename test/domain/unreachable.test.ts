import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isExcused, requiredSigners } from '../../domain/consent.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Talk } from '../../domain/rows/talk.ts';
import { gapsInExcuse, triesOf } from '../../domain/unreachable.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { caseFile, caseRow, consentRow, talkRow, withdrawalRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const now = Temporal.Instant.from('2027-03-15T09:00:00Z');
const today = Temporal.PlainDate.from('2027-03-15');
const DECIDED = {
  excusedGuardian: 'GUARDIAN_2',
  excusedHindrance: 'TRAVELLING',
  excusedChecked: true,
  excusedRole: 'HEAD_TEACHER',
  excusedOn: today,
  excusedRef: 'dnr 2027/12',
} as const satisfies Partial<CaseRow>;
const TRIED = { notReached: ['2027-03-01', '2027-03-05'], otherTries: ['2027-03-11 LETTER'] } satisfies Partial<Talk>;

function excused(set: Partial<CaseRow> = {}, tried: Partial<Talk> = {}): CaseFile {
  const row = caseRow({ ...DECIDED, ...set });
  const talk = talkRow(row.id, { with: 'GUARDIAN_2', heldOn: null, informed: false, ...TRIED, ...tried });
  return caseFile(row, { talks: [talk] });
}
const moment = (file: CaseFile, days = 10) => {
  const at = momentAt(file, now);
  return { ...at, register: { ...at.register, settings: SettingsSchema.parse({ unreachableDays: days }) } };
};
const gaps = (file: CaseFile, days = 10) => gapsInExcuse(moment(file, days), 'GUARDIAN_2');

describe('FB 6:13: a guardian who is prevented is not waited for', () => {
  test('with a hindrance, three tries in two ways over ten days, no known no, and a manager who has checked', () => {
    expect(gaps(excused())).toEqual([]);
  });

  test('silent is not prevented: without a hindrance it stops', () => {
    expect(gaps(excused({ excusedHindrance: null }))).toEqual(['HINDRANCE']);
  });

  test('a manager has checked', () => {
    expect(gaps(excused({ excusedChecked: false }))).toEqual(['CHECKED']);
  });

  test('three tries, in two ways, over the days of the setting', () => {
    expect(gaps(excused({}, { notReached: ['2027-03-01'] }))).toEqual(['TRIES']);
    expect(gaps(excused({}, { notReached: ['2027-03-01', '2027-03-05', '2027-03-11'], otherTries: [] }))).toEqual([
      'WAYS',
    ]);
    expect(gaps(excused({}, { otherTries: ['2027-03-10 VISIT'] }))).toEqual(['DAYS']);
    expect(gaps(excused({}, { otherTries: ['2027-03-10 VISIT'] }), 9)).toEqual([]);
    expect(gaps(excused({}, { notReached: [], otherTries: [] }))).toEqual(['TRIES', 'WAYS', 'DAYS']);
  });

  test('FB 6:11: whoever has said no is not one who cannot be reached', () => {
    const file = excused();
    const back = withdrawalRow(file.case.id, { givenBy: 'GUARDIAN_2' });
    expect(gaps({ ...file, withdrawals: [back] })).toEqual(['SAID_NO']);
    const later = consentRow(file.case.id, { givenBy: 'GUARDIAN_2', recordedAt: back.recordedAt.add({ hours: 1 }) });
    expect(gaps({ ...file, withdrawals: [back], consents: [later] })).toEqual([]);
  });

  test('the guardian who is there signs all the same', () => {
    const missing = missingBeforeKallelse(moment(excused()));
    expect(missing).toContainEqual(expect.objectContaining({ gate: 'signature', who: 'GUARDIAN_1' }));
    expect(missing).not.toContainEqual(expect.objectContaining({ gate: 'signature', who: 'GUARDIAN_2' }));
  });
});

test('a decision from before it had to be checked stands, and what it lacks is asked for at the next kallelse', () => {
  const before = excused({ excusedHindrance: null, excusedChecked: null }, { notReached: [], otherTries: [] });
  expect(requiredSigners(before.case, today)).toEqual(['GUARDIAN_1']);
  expect(missingBeforeKallelse(moment(before))).toContainEqual(
    expect.objectContaining({ gate: 'excused', who: 'GUARDIAN_2', at: 'guardian2' }),
  );
});

test('what is begun and not checked counts for nothing', () => {
  expect(isExcused(caseRow({ ...DECIDED, excusedChecked: false }), 'GUARDIAN_2')).toBe(false);
});

test('a kept try that is no try is none', () => {
  expect(triesOf({ notReached: [], otherTries: ['2027-03-01 PIGEON'] })).toEqual([]);
});
