import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isAgreementConfirmed } from '../../domain/agreement.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const agreement = { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-09-01' };

test('the agreement ran out at the end of 2025: nobody must come until somebody has confirmed that it holds', () => {
  expect(isAgreementConfirmed({}, day('2027-03-01'))).toBe(false);
  expect(isAgreementConfirmed({ agreement }, day('2027-12-31'))).toBe(true);
  expect(isAgreementConfirmed({ agreement }, day('2028-01-01'))).toBe(false);
});
