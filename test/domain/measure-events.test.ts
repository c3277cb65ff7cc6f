/** The history of the measures follows from what stands in the plan in force, before and after. */
import { Temporal } from 'temporal-polyfill';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { carryOver } from '../../domain/follow-up.ts';
import { measureEvents } from '../../domain/measure-events.ts';
import { done } from '../../domain/measures.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { type Measure, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, meetingRow } from '../support/case-rows.ts';

const now = Temporal.Instant.from('2027-03-10T12:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const row = caseRow({ status: 'MEETING' });
const meeting = meetingRow(row.id, {});
const plan = (version: number, lockedAt: Temporal.Instant | null) =>
  newPlan({ id: `plan-${version}`, caseId: row.id, meetingId: meeting.id, version, lockedAt });
const measure = (id: string, set: Partial<Measure> = {}): Measure =>
  newMeasure({
    id,
    planId: 'plan-1',
    ordinal: 1,
    what: 'Prata.',
    unitId: 'social-1',
    dueOn: day('2027-04-01'),
    ...set,
  });

const eventsOf = (before: CaseFile, changes: Change[]) =>
  measureEvents({ before, after: withChanges(before, changes), now, personId: 'person-1', newId }).map((change) => {
    if (change.in !== 'measureEvent' || 'remove' in change) throw new Error('an event');
    const { rootId, kind, fromOn, toOn } = change.set;
    return [rootId, kind, ...(fromOn || toOn ? [`${fromOn} → ${toOn}`] : [])].join(' ');
  });

const lock = (planId: string): Change => ({ in: 'plan', id: planId, set: { lockedAt: now } });
const first = caseFile(row, { meetings: [meeting], plans: [plan(1, null)], measures: [measure('a'), measure('b')] });

describe('the first version', () => {
  test('its measures come to be as it is locked', () => {
    expect(eventsOf(first, [lock('plan-1')])).toEqual(['a CREATED null → 2027-04-01', 'b CREATED null → 2027-04-01']);
  });

  test('what is written, changed and taken away before that leaves nothing', () => {
    expect(eventsOf(first, [{ in: 'measure', id: 'a', set: { what: 'Ringa.' } }])).toEqual([]);
    expect(eventsOf(first, [{ in: 'measure', id: 'a', remove: true }])).toEqual([]);
    expect(eventsOf(withChanges(first, [{ in: 'measure', id: 'a', remove: true }]), [lock('plan-1')])).toHaveLength(1);
  });
});

describe('what is in force', () => {
  const locked = withChanges(first, [lock('plan-1')]);
  const copied = withChanges(locked, [
    { in: 'plan', id: 'plan-2', set: plan(2, null) },
    ...carryOver(locked, locked.plans[0] as never, 'plan-2', newId),
  ]);
  const copyOf = (rootId: string) => copied.measures.find((one) => one.rootId === rootId)?.id ?? '';
  const set = (rootId: string, more: Partial<Measure>): Change => ({ in: 'measure', id: copyOf(rootId), set: more });

  test('is done', () => {
    expect(eventsOf(locked, [{ in: 'measure', id: 'b', set: done(now, null) }])).toEqual(['b DONE']);
  });

  test('a follow-up that is being written changes nothing', () => {
    expect(eventsOf(copied, [set('a', { dueOn: null })])).toEqual([]);
  });

  test.each<[string, Change[], string[]]>([
    ['goes on as it is', [], []],
    ['has a new day', [set('a', { dueOn: day('2027-05-01') })], ['a NEW_DAY 2027-04-01 → 2027-05-01']],
    ['has no last day from now on', [set('a', { dueOn: null })], ['a NEW_DAY 2027-04-01 → null']],
    ['says something else', [set('a', { what: 'Ringa.' })], ['a CHANGED']],
    ['is with somebody', [set('b', { personId: 'person-2' })], ['b CHANGED']],
    ['stands under another goal', [set('b', { goalId: 'other' })], []],
    ['its unit has said yes', [set('a', { acceptedOn: day('2027-03-10') })], ['a ACCEPTED null → 2027-03-10']],
    ['was done at the follow-up', [set('a', done(now, null))], ['a DONE']],
    ['is taken away', [{ in: 'measure', id: copyOf('b'), remove: true }], ['b DROPPED']],
    [
      'another comes',
      [{ in: 'measure', id: 'c', set: measure('c', { planId: 'plan-2', dueOn: null }) }],
      ['c CREATED'],
    ],
  ])('%s, as the next version is locked', (_, changes, expected) => {
    expect(eventsOf(withChanges(copied, changes), [lock('plan-2')])).toEqual(expected);
  });

  test('what was done before is not carried on, and that drops nothing', () => {
    const doneOne = withChanges(copied, [
      { in: 'measure', id: 'a', set: done(now, null) },
      { in: 'measure', id: copyOf('a'), remove: true },
    ]);
    expect(eventsOf(doneOne, [lock('plan-2')])).toEqual([]);
  });
});
