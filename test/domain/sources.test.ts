import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { GATES } from '../../domain/gates.ts';
import { REQUIREMENTS, WARNINGS } from '../../domain/plan.ts';
import { SOURCES, sourcesInForce } from '../../domain/sources.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('every gate of the kallelse names a source that is in force', () => {
  const inForce = sourcesInForce(day('2027-03-01'));
  for (const { gate, source } of GATES) expect(inForce, gate).toContain(source);
});

test.each([
  ...REQUIREMENTS.map(({ gap, source }) => ({ rule: gap as string, source })),
  ...WARNINGS.map(({ key, source }) => ({ rule: key as string, source })),
])('the rule of the plan $rule names a source that is in force', ({ source }) => {
  expect(sourcesInForce(day('2027-03-01'))).toContain(source);
});

test('the guidelines of 2012 are in force no more: the agreement took their place the day after', () => {
  const last = day(SOURCES.GUIDELINES.inForceTo);
  expect(sourcesInForce(last)).toContain('GUIDELINES');
  expect(sourcesInForce(last)).not.toContain('AGREEMENT');
  expect(sourcesInForce(last.add({ days: 1 }))).toContain('AGREEMENT');
  expect(sourcesInForce(last.add({ days: 1 }))).not.toContain('GUIDELINES');
});
