/** "Var vi är": which units came in after the plan was made, and what they are told, as on the day they were handed it. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../domain/days.ts';
import { hasJoinedLate, whereWeAre } from '../../domain/joined-late.ts';
import { planReceivers } from '../../domain/plan-parties.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import { type Measure, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, withdrawalRow } from '../support/case-rows.ts';

const lockedAt = Temporal.Instant.from('2027-03-20T12:00:00Z');
const before = lockedAt.subtract({ hours: 240 });
const after = lockedAt.add({ hours: 48 });
const on = dayOf(after);
const WITHOUT = ['school-1', 'bup-1'];
const WITH = [...WITHOUT, 'hab-1'];

const form = (givenBy: Consent['givenBy'], recordedAt: Temporal.Instant, parties: string[]) =>
  consentRow('case', { givenBy, recordedAt, parties, scopes: ['MEETING', 'PLAN_COPY'] });
/** Both guardians signed for two units before the lock. */
const first = (parties = WITHOUT) => [form('GUARDIAN_1', before, parties), form('GUARDIAN_2', before, parties)];
const later = () => [form('GUARDIAN_1', after, WITH), form('GUARDIAN_2', after, WITH)];

const plan = newPlan({ id: 'plan', caseId: 'case', meetingId: 'meeting', version: 1, lockedAt, ownerUnitId: 'bup-1' });
function fileWith(set: Partial<CaseFile> = {}, ...measures: Partial<Measure>[]): CaseFile {
  return caseFile(caseRow({ id: 'case', status: 'PLAN_ACTIVE' }), {
    consents: [...first(), ...later()],
    meetings: [meetingRow('case', { id: 'meeting', status: 'HELD' })],
    participants: [participantRow('meeting', { unitId: 'bup-1', attendance: 'IN_ROOM' })],
    plans: [plan],
    measures: measures.map((one, n) =>
      newMeasure({ id: `m${n}`, planId: 'plan', ordinal: n + 1, what: 'x', unitId: 'bup-1', ...one }),
    ),
    ...set,
  });
}

describe('who has come in late', () => {
  const CASES: [why: string, set: Partial<CaseFile>, isReceiver: boolean][] = [
    ['every newer form names it', {}, true],
    ['one newer form does not', { consents: [...first(), ...later().slice(1)] }, false],
    ['the forms from before named it, and it was not called', { consents: first(WITH) }, false],
    [
      'only one form from before named it',
      { consents: [...first(WITH).slice(1), ...first().slice(0, 1), ...later()] },
      true,
    ],
    [
      'it is taken out again',
      {
        withdrawals: [withdrawalRow('case', { recordedAt: after.add({ hours: 1 }), scope: 'PARTY', unitId: 'hab-1' })],
      },
      false,
    ],
  ];
  test.each(CASES)('%s', (_, set, isReceiver) => {
    const units = planReceivers(fileWith(set), plan, on).map(({ unitId }) => unitId);
    expect(units.includes('hab-1')).toBe(isReceiver);
    expect(units).toContain('bup-1');
  });

  const SIGNS_NOW: [who: string, row: Partial<CaseFile['case']>, givenBy: Consent['givenBy']][] = [
    [
      'the board',
      { placement: 'LVU', placedConsentBy: 'SOCIAL_BOARD', placedConfirmedOn: on.subtract({ days: 1 }) },
      'SOCIAL_BOARD',
    ],
    ['somebody of age', { ageBand: 'A18_20' }, 'YOUTH'],
  ];
  test.each(SIGNS_NOW)(
    '%s signs now, and guardians did then: it is the form that the plan was made by',
    (_, row, givenBy) => {
      const file = fileWith({ consents: [...first(), form(givenBy, after, WITH)] });
      const now = { ...file, case: { ...file.case, ...row } };
      expect(planReceivers(now, plan, on).map(({ unitId }) => unitId)).toEqual(['bup-1', 'hab-1']);
      expect(['bup-1', 'hab-1'].map((unitId) => hasJoinedLate(now, plan, unitId))).toEqual([false, true]);
    },
  );

  test('who was in it from the beginning has not, also where the form is renewed', () => {
    expect(hasJoinedLate(fileWith(), plan, 'bup-1')).toBe(false);
    expect(hasJoinedLate(fileWith(), { ...plan, lockedAt: null }, 'hab-1')).toBe(false);
  });
});

describe('what it is told', () => {
  const copy = (whole: boolean, unitId = 'hab-1') => ({ plan, row: { givenOn: on }, unitId, whole });
  const done = (at: Temporal.Instant) => ({ state: 'DONE' as const, doneAt: at });

  test('how the promises stood the day it was handed the plan: what is done later is not in it', () => {
    const file = fileWith({}, done(after), done(after.add({ hours: 24 })));
    expect(whereWeAre(file, copy(true))).toEqual({
      on,
      promises: { all: 2, kept: 1, underWay: 1, not: 0 },
      hasMeasures: false,
      owner: { unitId: 'bup-1', personId: null },
    });
  });

  test('without the consent to copies nothing of the others', () => {
    expect(whereWeAre(fileWith({}, {}), copy(false))).toMatchObject({ promises: null, owner: null });
  });

  test('what it was asked for already is its own', () => {
    expect(whereWeAre(fileWith({}, { unitId: 'hab-1' }), copy(true))?.hasMeasures).toBe(true);
  });

  test('nothing to who was there', () => {
    expect(whereWeAre(fileWith({}, {}), copy(true, 'bup-1'))).toBeNull();
  });
});
