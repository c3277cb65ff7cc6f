/** Which rows of a case the process is at: the plan that holds, and the meeting that is ahead. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { CASE_STATUSES, type CaseStatus } from '../../domain/codes.ts';
import { currentMeeting, currentPlan, hasPlanInForce, isFollowUp, lockedPlan } from '../../domain/current.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, meetingRow } from '../support/case-rows.ts';

const lockedAt = Temporal.Instant.from('2027-03-10T10:00:00Z');
const plan = (version: number, isLocked: boolean) =>
  newPlan({ id: `v${version}`, caseId: 'case', meetingId: 'm', version, lockedAt: isLocked ? lockedAt : null });
const inState = (status: CaseStatus, ...plans: CaseFile['plans']): CaseFile =>
  caseFile(caseRow({ id: 'case', status }), { plans });
const statesWhere = (is: (file: CaseFile) => boolean, ...plans: CaseFile['plans']) =>
  CASE_STATUSES.filter((status) => is(inState(status, ...plans)));

test('a plan holds from its lock until the case rests or is over; one that is only being written does not', () => {
  expect(statesWhere(hasPlanInForce, plan(1, true))).toEqual(['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE']);
  expect(statesWhere(hasPlanInForce, plan(1, false))).toEqual([]);
});

test('while the next version is written, the one before holds', () => {
  const file = inState('MEETING', plan(1, true), plan(2, false));
  expect([currentPlan(file)?.id, lockedPlan(file)?.id, hasPlanInForce(file)]).toEqual(['v2', 'v1', true]);
});

test('what is prepared, called or going on after a lock is a follow-up', () => {
  expect(statesWhere(isFollowUp, plan(1, true))).toEqual(['PREPARING', 'INVITED', 'MEETING']);
  expect(statesWhere(isFollowUp, plan(1, false))).toEqual([]);
});

test('the meeting that was held is over once the next one is prepared', () => {
  const held = meetingRow('case', { id: 'held', status: 'HELD' });
  const of = (status: CaseStatus) => currentMeeting({ ...inState(status), meetings: [held] })?.id;
  expect([of('PLAN_ACTIVE'), of('PREPARING'), of('INVITED')]).toEqual(['held', undefined, undefined]);
});
