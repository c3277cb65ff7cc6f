/** What a follow-up takes over from the version before, and what it decides about it. */

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { REVIEWS, type Review } from '../../domain/codes.ts';
import { currentMeeting, measuresOf } from '../../domain/current.ts';
import {
  areSameCalled,
  carryOver,
  followUpChanges,
  leaveFollowUpChanges,
  mayLeaveFollowUp,
} from '../../domain/follow-up.ts';
import { hasNewcomer } from '../../domain/joined-late.ts';
import { measuresToReview, reviewChanges, reviewFaults, reviewOf, reviewsFor } from '../../domain/review.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newOpenPoint, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`);
const ids = () => {
  let n = 0;
  return () => {
    n += 1;
    return `new-${String(n).padStart(2, '0')}`;
  };
};

const row = caseRow({ status: 'PLAN_ACTIVE' });
const held = meetingRow(row.id, { status: 'HELD', startAt: at('2027-03-10') });
const v1 = newPlan({
  id: 'v1',
  caseId: row.id,
  meetingId: held.id,
  version: 1,
  childGoal: 'Sova.',
  lockedAt: at('2027-03-10'),
});
const measure = (id: string, set = {}) =>
  newMeasure({
    id,
    planId: 'v1',
    goalId: 'g',
    ordinal: Number(id),
    what: id,
    unitId: 'social-1',
    personId: 'p',
    dueOn: day('2027-06-01'),
    ...set,
  });
const file = (set: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, {
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [held],
    participants: [
      participantRow(held.id, {
        toldOn: day('2027-03-02'),
        toldHow: 'PHONE',
        attendance: 'IN_ROOM',
        answer: 'ACCEPTED',
      }),
      participantRow(held.id, { unitId: 'bup-1', mail: 'bup@region.example' }),
    ],
    plans: [v1],
    goals: [newGoal({ id: 'g', planId: 'v1', ordinal: 1, text: 'Sömn.', revision: 3 })],
    measures: [
      measure('1', { state: 'DONE', doneAt: at('2027-03-09') }),
      measure('2', { state: 'DONE', doneAt: at('2027-04-01') }),
      measure('3', { dueOn: day('2027-04-01') }),
      measure('4'),
    ],
    ...set,
  });

test('T23: the same people are called where the consent covers them today, as if nothing had been answered', () => {
  const after = withChanges(file(), followUpChanges(momentAt(file(), day('2027-04-20')), ids()));
  expect(after.case.status).toBe('PREPARING');
  const people = after.participants.filter(({ meetingId }) => meetingId === 'new-01');
  expect(people).toMatchObject([{ unitId: 'social-1', answer: 'NONE', attendance: null, toldHow: 'PHONE' }]);
  expect(mayLeaveFollowUp(momentAt(after, day('2027-04-20')))).toBe(true);
  // The consent has ended: nobody is called before there is a new one, and there is nothing to go back to.
  const ended = withChanges(file(), followUpChanges(momentAt(file(), day('2027-09-20')), ids()));
  expect(ended.participants.filter(({ meetingId }) => meetingId === 'new-01')).toEqual([]);
  expect(mayLeaveFollowUp(momentAt(ended, day('2027-09-20')))).toBe(false);
});

const begun = (before: CaseFile, on = '2027-04-20') => followUpChanges(momentAt(before, day(on)), ids());
const calledIn = (after: CaseFile) => after.participants.filter(({ meetingId }) => meetingId === 'new-01');

test('T13: nobody is called where the consent does not name the unit that calls, and that not all are is said', () => {
  const without = file({ consents: file().consents.map((one) => ({ ...one, parties: ['social-1', 'bup-1'] })) });
  expect(calledIn(withChanges(without, begun(without)))).toEqual([]);
  expect(areSameCalled(without, begun(without))).toBe('NO');
  // BUP was called to the first meeting, and is in no consent.
  expect(areSameCalled(file(), begun(file()))).toBe('NO');
  const both = file({
    consents: file().consents.map((one) => ({ ...one, parties: ['school-1', 'social-1', 'bup-1'] })),
  });
  expect(areSameCalled(both, begun(both))).toBe('YES');
});

test('a unit that has come into every consent since the lock is a newcomer, until it is called', () => {
  const since = ['GUARDIAN_1', 'GUARDIAN_2'].map((by, n) => {
    const givenBy = by as 'GUARDIAN_1' | 'GUARDIAN_2';
    const later = { recordedAt: at('2027-04-10'), signedOn: day('2027-04-10'), validFromOn: day('2027-04-10') };
    const parties = ['school-1', 'social-1', 'bup-1'];
    return consentRow(row.id, { id: `later-${n}`, givenBy, parties, ...later });
  });
  const newcomer = (set: Partial<CaseFile>) => hasNewcomer(momentAt(file(set), day('2027-04-20')));
  const consents = [...file().consents, ...since];
  const social = file().participants.filter(({ unitId }) => unitId === 'social-1');
  expect(newcomer({ participants: social })).toBe(false);
  expect(newcomer({ participants: social, consents })).toBe(true);
  expect(newcomer({ consents })).toBe(false);
});

test('the invitation to this meeting has been given to nobody yet, whoever had the one before', () => {
  const given = { invitedOn: day('2027-03-01'), reachedOn: day('2027-03-03') };
  const before = file({ talks: [talkRow(row.id, given), talkRow(row.id, { with: 'GUARDIAN_1', ...given })] });
  const after = withChanges(before, begun(before));
  expect(after.talks.map(({ invitedOn, reachedOn }) => [invitedOn, reachedOn])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('back to the plan: its meeting is off, and another one can be prepared; a first meeting has no plan to go back to', () => {
  const after = withChanges(file(), begun(file()));
  const back = withChanges(after, leaveFollowUpChanges(after));
  expect(back.case.status).toBe('PLAN_ACTIVE');
  expect(back.meetings.map(({ status }) => status)).toEqual(['HELD', 'CANCELLED']);
  expect(currentMeeting(back)?.id).toBe(held.id);
  const first = file({ case: { ...row, status: 'PREPARING' }, plans: [] });
  expect(mayLeaveFollowUp(momentAt(first, day('2027-04-20')))).toBe(false);
});

/** The follow-up has been opened on 10 May. */
function opened(): CaseFile {
  const before = file({
    case: { ...row, status: 'MEETING' },
    meetings: [held, meetingRow(row.id, { status: 'SENT', startAt: at('2027-05-10') })],
  });
  const v2 = newPlan({ id: 'v2', caseId: row.id, meetingId: 'm2', version: 2 });
  return withChanges(before, [{ in: 'plan', id: 'v2', set: v2 }, ...carryOver(before, v1, 'v2', ids())]);
}

test('T23, E: goals and measures become rows of the next version; what was followed up before is left, and the old rows stand', () => {
  const after = opened();
  expect(measuresOf(after, { id: 'v2' }).map(({ ordinal, previousId, state }) => [ordinal, previousId, state])).toEqual(
    [
      [2, '2', 'DONE'],
      [3, '3', 'ONGOING'],
      [4, '4', 'ONGOING'],
    ],
  );
  const [goal] = after.goals.filter(({ planId }) => planId === 'v2');
  expect(goal?.text).toBe('Sömn.');
  expect(measuresOf(after, { id: 'v2' }).every(({ goalId }) => goalId === goal?.id)).toBe(true);
  expect(measuresOf(after, v1)).toEqual(file().measures);
  // The child is asked anew: what was wanted then is not what is wanted now.
  expect(after.plans.find(({ id }) => id === 'v2')?.childGoal).toBeNull();
});

test('T23, E: needs and what was not agreed on go on too, each at its own copy, with the row that it began as', () => {
  const need = newNeed({ id: 'n', planId: 'v1', ordinal: 1, text: 'Sova.' });
  const point = newOpenPoint({
    id: 'o',
    planId: 'v1',
    ordinal: 1,
    text: 'Skjuts.',
    unitId: 'social-1',
    rootId: 'first',
  });
  const before = file({ needs: [need], openPoints: [point] });
  const from = { ...before, goals: before.goals.map((goal) => ({ ...goal, needId: need.id })) };
  const after = withChanges(from, carryOver(from, v1, 'v2', ids()));
  const [copied] = after.needs.filter(({ planId }) => planId === 'v2');
  expect(copied).toMatchObject({ text: 'Sova.', rootId: 'n' });
  expect(after.goals.find(({ planId }) => planId === 'v2')?.needId).toBe(copied?.id);
  expect(after.openPoints.filter(({ planId }) => planId === 'v2')).toMatchObject([
    { text: 'Skjuts.', rootId: 'first' },
  ]);
});

test('T20, E: a measure whose day has been, or whose unit the consent no longer names, cannot just go on', () => {
  const [late, good] = measuresToReview(opened());
  if (!late || !good) throw new Error('two measures are to be reviewed');
  expect([reviewOf(opened(), late), reviewOf(opened(), good)]).toEqual(['', 'SAME']);
  const faults = (review: Review | null, newDay: string | null = null) =>
    reviewFaults(opened(), { [late.id]: review, [good.id]: 'SAME' }, newDay ? day(newDay) : null);
  expect(faults(null)).toEqual([{ n: late.ordinal, fault: 'UNANSWERED' }]);
  expect(faults('SAME')).toEqual([{ n: late.ordinal, fault: 'UNANSWERED' }]);
  expect(faults('NEW_DAY')).toEqual([{ n: null, fault: 'DAY' }]);
  expect(faults('NEW_DAY', '2027-05-09')).toEqual([{ n: null, fault: 'TOO_EARLY' }]);
  for (const [review, newDay] of [['NEW_DAY', '2027-05-10'], ['CONTINUOUS'], ['DONE'], ['DROPPED']] as const)
    expect(faults(review, newDay), review).toEqual([]);

  const outside = { ...opened(), measures: opened().measures.map((one) => ({ ...one, unitId: 'bup-1' })) };
  const both = Object.fromEntries(measuresToReview(outside).map(({ id }) => [id, 'CONTINUOUS' as Review]));
  expect(reviewFaults(outside, both, null)).toEqual([
    { n: late.ordinal, fault: 'NOT_COVERED' },
    { n: good.ordinal, fault: 'NOT_COVERED' },
  ]);
});

test.each(REVIEWS)('T23: %s changes the version that is written, and no other', (review) => {
  const before = opened();
  const [one] = measuresToReview(before);
  if (!one) throw new Error('a measure is to be reviewed');
  const changes = reviewChanges(
    before,
    { [one.id]: review },
    { newDay: day('2027-06-10'), now: at('2027-05-10'), personId: 'karin' },
  );
  const after = measuresOf(withChanges(before, changes), { id: 'v2' }).find(({ id }) => id === one.id);
  const expected = {
    // Nobody was asked.
    ACCEPTED: one,
    SAME: one,
    NEW_DAY: { ...one, dueOn: day('2027-06-10') },
    CONTINUOUS: { ...one, dueOn: null },
    DONE: { ...one, state: 'DONE', doneAt: at('2027-05-10'), doneById: 'karin' },
    DROPPED: undefined,
  }[review];
  expect(after).toEqual(expected);
  expect(measuresOf(withChanges(before, changes), v1)).toEqual(file().measures);
});

test('T23: a unit that was asked may have said yes, and what others do has no day', () => {
  const [one] = measuresToReview(opened());
  if (!one) throw new Error('a measure is to be reviewed');
  const today = day('2027-05-10');
  const at10 = at('2027-05-10');
  const attendedBy = (attendance: 'IN_ROOM' | 'ABSENT') => ({
    ...opened(),
    participants: opened().participants.map((row) => ({ ...row, attendance })),
  });
  const [there, absent] = [attendedBy('IN_ROOM'), attendedBy('ABSENT')];
  expect(reviewsFor(absent, one, today)).toContain('ACCEPTED');
  expect(reviewsFor(there, one, today)).toEqual(['SAME', 'NEW_DAY', 'CONTINUOUS', 'DONE', 'DROPPED']);
  expect(reviewsFor(there, { ...one, actor: 'CHILD' }, today)).toEqual(['SAME', 'DONE', 'DROPPED']);
  const said = { newDay: null, now: at10, personId: null };
  expect(reviewChanges(there, { [one.id]: 'ACCEPTED' }, said)).toEqual([]);
  expect(reviewChanges(absent, { [one.id]: 'ACCEPTED' }, said)).toEqual([
    { in: 'measure', id: one.id, set: { acceptedOn: today } },
  ]);
});
