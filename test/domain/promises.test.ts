/** "6 löften: 4 hållna, 1 på väg, 1 inte": what is counted at a follow-up, and what never is. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { say } from '../../cards/texts/say.ts';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { lockedPlan } from '../../domain/current.ts';
import { promisesOf } from '../../domain/promises.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { type Measure, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, meetingRow, participantRow } from '../support/case-rows.ts';

const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);
const today = Temporal.PlainDate.from('2027-05-10');
const done = { state: 'DONE', doneAt: at('2027-04-01') } as const;

function planWith(...measures: Partial<Measure>[]): CaseFile {
  const row = caseRow({ status: 'MEETING' });
  const held = meetingRow(row.id, { status: 'HELD', startAt: at('2027-03-10') });
  return caseFile(row, {
    meetings: [held, meetingRow(row.id, { status: 'SENT', startAt: at('2027-05-10') })],
    participants: [
      participantRow(held.id, { attendance: 'IN_ROOM' }),
      participantRow(held.id, { unitId: 'bup-1', attendance: 'ABSENT' }),
    ],
    plans: [
      newPlan({ id: 'v1', caseId: row.id, meetingId: held.id, version: 1, lockedAt: at('2027-03-10') }),
      newPlan({ id: 'v2', caseId: row.id, meetingId: 'm2', version: 2 }),
    ],
    measures: measures.map((set, n) =>
      newMeasure({ id: `m${n}`, planId: 'v1', ordinal: n + 1, what: 'x', unitId: 'social-1', personId: 'p', ...set }),
    ),
  });
}

const promises = (file: CaseFile, on: Temporal.PlainDate) => promisesOf(file, lockedPlan(file), on);

test('kept, under way, and not: by how each stands on the day', () => {
  const late = { dueOn: Temporal.PlainDate.from('2027-05-09') };
  const ahead = { dueOn: Temporal.PlainDate.from('2027-05-10') };
  const later = { startOn: Temporal.PlainDate.from('2027-06-01') };
  expect(promises(planWith(done, done, done, done, ahead, late), today)).toEqual({
    ...{ all: 6, kept: 4, underWay: 1, not: 1 },
  });
  expect(promises(planWith(later, {}), today)).toEqual({ all: 2, kept: 0, underWay: 2, not: 0 });
});

test.each(MEASURE_ACTORS)('what is %s’s own is never counted, done or not', (actor) => {
  expect(promises(planWith({ actor, ...done }, { actor }), today)).toBeNull();
  expect(promises(planWith({ actor }, done), today)?.all).toBe(1);
});

test('what a unit that was not there was only asked for is no promise, until it has said yes', () => {
  const asked = { unitId: 'bup-1', personId: null };
  expect(promises(planWith(asked), today)).toBeNull();
  expect(promises(planWith({ ...asked, acceptedOn: today }), today)?.all).toBe(1);
});

test('what was done before the plan was locked was followed up then, and a first meeting has none', () => {
  expect(promises(planWith({ state: 'DONE', doneAt: at('2027-03-09') }), today)).toBeNull();
  const first = planWith(done);
  expect(promises({ ...first, plans: first.plans.slice(1) }, today)).toBeNull();
});

test('it is said in one line', () => {
  const six = { all: 6, kept: 4, underWay: 1, not: 1 };
  expect(say('sv', 'meet.promises', six)).toBe('6 löften: 4 hållna, 1 på väg, 1 inte.');
  expect(say('sv', 'meet.promises', { all: 1, kept: 1, underWay: 0, not: 0 })).toBe(
    'Ett löfte: 1 hållet, 0 på väg, 0 inte.',
  );
});
