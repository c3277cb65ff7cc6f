import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { gapsInDecision } from '../../domain/decisions.ts';

const today = Temporal.PlainDate.from('2027-03-01');
const whole = { role: 'UNIT_MANAGER', decidedOn: today, reference: 'Dnr 12' } as const;

test('a decision counts with role, day and reference', () => {
  expect(gapsInDecision(whole, today)).toEqual([]);
  expect(gapsInDecision({ role: null, decidedOn: null, reference: null }, today)).toEqual(['ROLE', 'DAY', 'REFERENCE']);
});

test('and once it has been made', () => {
  expect(gapsInDecision({ ...whole, decidedOn: today.add({ days: 1 }) }, today)).toEqual(['DAY_AHEAD']);
});
