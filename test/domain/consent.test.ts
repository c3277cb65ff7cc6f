import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  type Consents,
  consentCompleteOn,
  consentEndsOn,
  consentedUnits,
  hasScope,
  latestConsent,
  liveConsents,
} from '../../domain/consent.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import { caseRow, consentRow, withdrawalRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const row = caseRow();
const TODAY = day('2027-03-01');

const file = (...consents: Consent[]): Consents => ({ case: row, consents, withdrawals: [] });
const one = (set: Partial<Consent> = {}) => consentRow(row.id, { givenBy: 'GUARDIAN_1', ...set });
const two = (set: Partial<Consent> = {}) => consentRow(row.id, { givenBy: 'GUARDIAN_2', ...set });

test('one signature of two covers nobody', () => {
  expect(consentedUnits(file(one()), TODAY)).toEqual(new Set());
  expect(liveConsents(file(one()), TODAY)).toBeNull();
  expect(consentCompleteOn(file(one()), TODAY)).toBeNull();
});

test('what both have named is covered, and nothing else', () => {
  const both = file(
    one({ parties: ['school-1', 'social-1', 'bup-1'] }),
    two({ parties: ['school-1', 'bup-1', 'care-1'] }),
  );
  expect(consentedUnits(both, TODAY)).toEqual(new Set(['school-1', 'bup-1']));
});

test('a scope holds when everybody has given it', () => {
  const both = file(one({ scopes: ['MEETING', 'BETWEEN_MEETINGS'] }), two({ scopes: ['MEETING'] }));
  expect(hasScope(both, 'MEETING', TODAY)).toBe(true);
  expect(hasScope(both, 'BETWEEN_MEETINGS', TODAY)).toBe(false);
  expect(hasScope(file(), 'MEETING', TODAY)).toBe(false);
});

test('the latest record counts, and an older, wider one never comes back', () => {
  const wide = one({ parties: ['school-1', 'social-1'], recordedAt: at('2027-02-01T09:00:00Z') });
  const narrow = one({
    parties: ['school-1', 'bup-1'],
    recordedAt: at('2027-02-20T09:00:00Z'),
    validToOn: day('2027-02-25'),
  });
  expect(latestConsent(file(narrow, wide), 'GUARDIAN_1', TODAY)).toBe(narrow);
  expect(consentedUnits(file(wide, narrow, two()), TODAY)).toEqual(new Set());
});

test('a draft is no consent', () => {
  expect(consentedUnits(file(one({ recordedAt: null }), two()), TODAY)).toEqual(new Set());
});

test('it holds on its first and its last day, and not beyond', () => {
  const both = file(one({ validFromOn: day('2027-02-25'), validToOn: day('2027-05-25') }), two());
  for (const [on, live] of [
    ['2027-02-24', false],
    ['2027-02-25', true],
    ['2027-05-25', true],
    ['2027-05-26', false],
  ] as const) {
    expect(liveConsents(both, day(on)) !== null).toBe(live);
  }
  expect(consentEndsOn(both, TODAY)?.toString()).toBe('2027-05-25');
});

test('it is complete on the day the last one signed', () => {
  expect(
    consentCompleteOn(
      file(one({ signedOn: day('2027-02-20') }), two({ signedOn: day('2027-02-27') })),
      TODAY,
    )?.toString(),
  ).toBe('2027-02-27');
});

test('a withdrawn consent covers nothing from then on; a new one counts, the old one never again', () => {
  const first = one({ recordedAt: at('2027-02-01T09:00:00Z'), parties: ['school-1', 'social-1'] });
  const withdrawn = withdrawalRow(row.id, { recordedAt: at('2027-02-10T09:00:00Z') });
  const other = two({ parties: ['school-1', 'social-1'] });
  const after = { ...file(first, other), withdrawals: [withdrawn] };
  expect(liveConsents(after, TODAY)).toBeNull();
  expect(consentedUnits(after, TODAY)).toEqual(new Set());
  const anew = one({ recordedAt: at('2027-02-11T09:00:00Z'), parties: ['school-1'] });
  expect(consentedUnits({ ...after, consents: [first, other, anew] }, TODAY)).toEqual(new Set(['school-1']));
});

test('T25: one party taken back is out for everybody; the others stay', () => {
  const both = file(
    one({ parties: ['school-1', 'social-1', 'bup-1'] }),
    two({ parties: ['school-1', 'social-1', 'bup-1'] }),
  );
  const back = withdrawalRow(row.id, { scope: 'PARTY', unitId: 'bup-1' });
  expect(consentedUnits({ ...both, withdrawals: [back] }, TODAY)).toEqual(new Set(['school-1', 'social-1']));
  expect(latestConsent({ ...both, withdrawals: [back] }, 'GUARDIAN_2', TODAY)?.parties).toContain('bup-1');
});

test('T25: one topic taken back is out of that consent', () => {
  const only = file(one({ topics: ['SCHOOL', 'FAMILY'] }));
  const back = withdrawalRow(row.id, { scope: 'TOPIC', topic: 'FAMILY' });
  expect(latestConsent({ ...only, withdrawals: [back] }, 'GUARDIAN_1', TODAY)?.topics).toEqual(['SCHOOL']);
});

test('T14: a consent that is extended does not start the clock again; one taken back does', () => {
  const first = one({ signedOn: day('2027-02-10'), recordedAt: at('2027-02-10T09:00:00Z') });
  const extended = one({ signedOn: day('2027-02-25'), recordedAt: at('2027-02-25T09:00:00Z') });
  const other = two({ signedOn: day('2027-02-12'), recordedAt: at('2027-02-12T09:00:00Z') });
  expect(consentCompleteOn(file(first, other, extended), TODAY)?.toString()).toBe('2027-02-12');
  const back = withdrawalRow(row.id, { recordedAt: at('2027-02-20T09:00:00Z') });
  expect(consentCompleteOn({ ...file(first, other, extended), withdrawals: [back] }, TODAY)?.toString()).toBe(
    '2027-02-25',
  );
});
