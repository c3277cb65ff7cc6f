/** What is new in a version since the one before: said on the family's paper, and counted on a unit's card. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { newsOf } from '../../domain/plan-news.ts';
import { type Measure, newMeasure, newPlan } from '../../domain/rows/plan.ts';

const lockedAt = Temporal.Instant.from('2027-03-20T12:00:00Z');
const [SOON, LATER] = [Temporal.PlainDate.from('2027-05-01'), Temporal.PlainDate.from('2027-06-01')];
const DONE = { state: 'DONE', doneAt: lockedAt } as const;

const version = (n: number) =>
  newPlan({ id: `v${n}`, caseId: 'case', meetingId: `m${n}`, version: n, lockedAt: lockedAt.add({ hours: n }) });
const measure = (n: number, id: string, set: Partial<Measure> = {}) =>
  newMeasure({
    ...{ id: `v${n}-${id}`, planId: `v${n}`, rootId: n > 1 ? `v1-${id}` : null },
    ...{ ordinal: 1, what: id, unitId: 'social-1', dueOn: SOON, ...set },
  });
const news = (n: number, ...measures: Measure[]) =>
  newsOf({ plans: [version(1), version(2), version(3)], measures }, version(n)).map(
    ({ is, measure: { id } }) => `${is} ${id}`,
  );

test('the first version has no news', () => {
  expect(news(1, measure(1, 'a'))).toEqual([]);
});

test.each<[why: string, then: Partial<Measure> | null, now: Partial<Measure> | null, is: string[]]>([
  ['it goes on', {}, {}, []],
  ['it has a new day', {}, { dueOn: LATER }, ['NEW_DAY v2-a']],
  ['it goes on without a day', {}, { dueOn: null }, ['NEW_DAY v2-a']],
  ['it is done', {}, DONE, ['DONE v2-a']],
  ['it is new', null, {}, ['NEW v2-a']],
  ['it was done before it was written down', null, DONE, []],
  ['it is dropped', {}, null, ['DROPPED v1-a']],
  ['it was followed up as done already', DONE, null, []],
])('%s', (_, then, now, is) => {
  expect(news(2, ...(then ? [measure(1, 'a', then)] : []), ...(now ? [measure(2, 'a', now)] : []))).toEqual(is);
});

test('of what the child and the family do themselves nothing is told', () => {
  for (const actor of ['CHILD', 'GUARDIAN', 'RELATIVE', 'OTHER'] as const)
    expect(news(2, measure(1, 'a', { actor }), measure(2, 'b', { actor }))).toEqual([]);
});

test('what is new comes last: it stands among the measures too, and what was dropped nowhere else', () => {
  const rows = [measure(1, 'a'), measure(1, 'b'), measure(2, 'new', { rootId: null }), measure(2, 'b', DONE)];
  expect(news(2, ...rows)).toEqual(['DONE v2-b', 'DROPPED v1-a', 'NEW v2-new']);
});

test('since the version before, and not since the first', () => {
  const rows = [measure(1, 'a'), measure(2, 'a', { dueOn: LATER }), measure(3, 'a', { dueOn: LATER })];
  expect([news(2, ...rows), news(3, ...rows)]).toEqual([['NEW_DAY v2-a'], []]);
});
