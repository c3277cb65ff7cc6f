import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { type Measure, newMeasure, newPlan, type Plan } from '../../domain/rows/plan.ts';
import {
  firstPromise,
  isInTime,
  planToldOf,
  planToTell,
  presetTellBy,
  presetTeller,
  sentencesTooLong,
  type Telling,
  tellsChild,
  toldChange,
} from '../../domain/tell-child.ts';
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

describe('SoL 3:1, a plan in force that somebody tells the child of', () => {
  const today = day('2027-03-10');
  const locked = (plan: Partial<Plan> = {}, set: Partial<CaseRow> = {}): CaseFile => {
    const own = { ...row, status: 'PLAN_ACTIVE' as const, ...set };
    const ids = { id: 'plan', caseId: own.id, meetingId: 'm1', version: 1 };
    const lockedAt = Temporal.Instant.from(TUESDAY);
    return caseFile(own, { plans: [newPlan({ ...ids, lockedAt, childTellerRole: 'CONVENER', ...plan })] });
  };
  const left = (...from: Parameters<typeof locked>) => planToTell({ file: locked(...from), today }) !== null;

  test('is left until the child is told, and as long as it is to be told again', () => {
    expect(left()).toBe(true);
    expect(left({ childToldOn: today, childUnderstood: 'SEEMED_TO' })).toBe(false);
    expect(left({ childToldOn: today, childUnderstood: 'AGAIN' })).toBe(true);
    // One from before says nobody.
    expect(left({ childTellerRole: null })).toBe(false);
  });

  test('not once the case rests, is on paper only, or somebody is of age', () => {
    expect(left({}, { status: 'STOPPED' })).toBe(false);
    expect(left({}, { safety: 'RESTRICTED' })).toBe(false);
    expect(left({}, { ageBand: 'A18_20' })).toBe(false);
    expect(planToldOf({ file: locked({ childToldOn: today, childUnderstood: 'SEEMED_TO' }), today })?.id).toBe('plan');
  });

  const TOLD: Telling = {
    ...{ sentence1: 'Du får  en\nlugn plats.', sentence2: null, sentence3: 'Vi ringer.' },
    ...{ toldBy: 'CONVENER', toldOn: today, understood: 'SEEMED_TO' },
  };
  const plan = locked().plans[0] as Plan;

  test('what is not whole keeps its sentences, and nobody has said that it was told', () => {
    const kept = { childPage: 'Du får en lugn plats.\nVi ringer.' };
    const told = { childToldOn: today, childToldRole: 'CONVENER', childUnderstood: 'SEEMED_TO' };
    const none = { childToldOn: null, childToldRole: null, childUnderstood: null };
    expect(toldChange(plan, TOLD, today)).toMatchObject({ id: 'plan', set: { ...kept, ...told } });
    expect(toldChange(plan, { ...TOLD, toldOn: null }, today)).toMatchObject({ set: { ...kept, ...none } });
    expect(toldChange(plan, { ...TOLD, understood: null }, today)).toMatchObject({ set: { ...kept, ...none } });
  });

  test('twelve words are taken in, and thirteen are one too many', () => {
    const words = (n: number) => ({ ...TOLD, sentence1: Array(n).fill('ord').join('  ') });
    expect(sentencesTooLong(words(12))).toEqual([]);
    expect(sentencesTooLong(words(13))).toEqual([{ field: 'sentence1', count: 1 }]);
  });

  test('what happens first is the soonest that a unit has promised: not done, not the family’s, not only asked for', () => {
    const measure = (n: number, dueOn: string, set: Partial<Measure> = {}) =>
      newMeasure({ id: `m${n}`, planId: 'plan', ordinal: n, what: 'x', unitId: 'social-1', dueOn: day(dueOn), ...set });
    const file = {
      ...locked(),
      participants: [
        participantRow('m1', { attendance: 'IN_ROOM' }),
        participantRow('m1', { unitId: 'bup-1', attendance: 'ABSENT' }),
      ],
      measures: [
        measure(1, '2027-03-20'),
        measure(2, '2027-03-19'),
        measure(3, '2027-03-11', { actor: 'GUARDIAN' }),
        measure(5, '2027-03-13', { unitId: 'bup-1' }),
        measure(4, '2027-03-12', { state: 'DONE', doneAt: Temporal.Instant.from(TUESDAY) }),
      ],
    };
    expect(firstPromise({ file, today }, plan)?.id).toBe('m2');
    expect(firstPromise({ file: { ...file, measures: [] }, today }, plan)).toBeNull();
    const accepted = file.measures.map((one) => ({ ...one, acceptedOn: one.unitId === 'bup-1' ? today : null }));
    expect(firstPromise({ file: { ...file, measures: accepted }, today }, plan)?.id).toBe('m5');
  });
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
