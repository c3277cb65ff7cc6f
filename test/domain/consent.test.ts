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
import type { Consent } from '../../domain/rows.ts';
import { caseRow, consentRow } from '../support/case-rows.ts';

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
  expect(consentCompleteOn(file(one()))).toBeNull();
});

test('what both have named is covered, and nothing else', () => {
  const both = file(one({ parties: ['school-1', 'social-1', 'bup-1'] }), two({ parties: ['school-1', 'bup-1', 'care-1'] }));
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
  const narrow = one({ parties: ['school-1', 'bup-1'], recordedAt: at('2027-02-20T09:00:00Z'), validToOn: day('2027-02-25') });
  expect(latestConsent(file(narrow, wide), 'GUARDIAN_1')).toBe(narrow);
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
  expect(consentEndsOn(both)?.toString()).toBe('2027-05-25');
});

test('it is complete on the day the last one signed', () => {
  expect(consentCompleteOn(file(one({ signedOn: day('2027-02-20') }), two({ signedOn: day('2027-02-27') })))?.toString()).toBe(
    '2027-02-27',
  );
});

test('a withdrawn consent covers nothing from then on; a new one counts, the old one never again', () => {
  const first = one({ recordedAt: at('2027-02-01T09:00:00Z'), parties: ['school-1', 'social-1'] });
  const withdrawn = {
    id: 'w',
    caseId: row.id,
    givenBy: 'GUARDIAN_1',
    withdrawnOn: TODAY,
    receivedById: null,
    recordedAt: at('2027-02-10T09:00:00Z'),
  } as const;
  const other = two({ parties: ['school-1', 'social-1'] });
  const after = { ...file(first, other), withdrawals: [withdrawn] };
  expect(liveConsents(after, TODAY)).toBeNull();
  expect(consentedUnits(after, TODAY)).toEqual(new Set());
  const anew = one({ recordedAt: at('2027-02-11T09:00:00Z'), parties: ['school-1'] });
  expect(consentedUnits({ ...after, consents: [first, other, anew] }, TODAY)).toEqual(new Set(['school-1']));
});
