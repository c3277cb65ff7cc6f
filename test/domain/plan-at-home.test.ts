/** MEETING 5: each home has a plan of its own, and a guardian who was not there is told by somebody. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import type { Guardian } from '../../domain/codes.ts';
import { type Handed, type Home, handHome, homesOf, plansAtHome } from '../../domain/plan-at-home.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, meetingRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const TODAY = Temporal.PlainDate.from('2027-03-10');
const HANDED: Handed = { how: 'PAPER', givenOn: TODAY, givenById: 'karin', tellerRole: null };

function locked(set: Partial<CaseRow> = {}, absent: Guardian[] = []): CaseFile {
  const row = caseRow({ status: 'PLAN_ACTIVE', guardianOne: 'MOTHER', guardianTwo: 'FATHER', ...set });
  const meeting = meetingRow(row.id, { status: 'HELD' });
  const lockedAt = Temporal.Instant.from('2027-03-09T12:00:00Z');
  return caseFile(row, {
    meetings: [meeting],
    plans: [newPlan({ id: 'plan', caseId: row.id, meetingId: meeting.id, version: 1, lockedAt })],
    attendees: absent.map((who) => ({ id: who, meetingId: meeting.id, who, n: 1, attendance: 'ABSENT', revision: 0 })),
  });
}

const on = (file: CaseFile) => momentAt(file, TODAY);
function hand(file: CaseFile, home: Home, handed: Partial<Handed> = {}): CaseFile {
  const [plan] = file.plans;
  return plan ? withChanges(file, handHome(file, plan, home, home, { ...HANDED, ...handed })) : file;
}

test('a home each, from 18 the young person alone, and on paper only nobody from here', () => {
  expect(homesOf(on(locked()))).toEqual(['GUARDIAN_1', 'GUARDIAN_2']);
  expect(homesOf(on(locked({ guardianTwo: 'NONE' })))).toEqual(['GUARDIAN_1']);
  expect(homesOf(on(locked({ ageBand: 'A18_20' })))).toEqual(['CHILD']);
  expect(homesOf(on(locked({ safety: 'RESTRICTED' })))).toEqual([]);
});

test('whoever was not at the meeting has theirs once it is said who tells them', () => {
  const file = hand(locked({}, ['GUARDIAN_2']), 'GUARDIAN_1');
  expect(plansAtHome(on(file))).toEqual({ done: 1, all: 2 });
  expect(plansAtHome(on(hand(file, 'GUARDIAN_2')))).toEqual({ done: 1, all: 2 });
  expect(plansAtHome(on(hand(file, 'GUARDIAN_2', { tellerRole: 'SCHOOL_STAFF' })))).toEqual({ done: 2, all: 2 });
});

test('a new version is a new copy for each home', () => {
  const file = hand(hand(locked(), 'GUARDIAN_1'), 'GUARDIAN_2');
  expect(plansAtHome(on(file))).toEqual({ done: 2, all: 2 });
  const [plan] = file.plans;
  const second = { ...file, plans: [...file.plans, ...(plan ? [{ ...plan, id: 'second', version: 2 }] : [])] };
  expect(plansAtHome(on(second))).toEqual({ done: 0, all: 2 });
});

test('handed over anew it is the same row', () => {
  const file = hand(hand(locked(), 'GUARDIAN_1'), 'GUARDIAN_1', { how: 'SECURE_POST' });
  expect(file.planRecipients.map(({ to, how }) => [to, how])).toEqual([['GUARDIAN_1', 'SECURE_POST']]);
});
