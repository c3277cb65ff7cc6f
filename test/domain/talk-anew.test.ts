/** The short talk before a follow-up: the talk of the next round, and what stops the opening of its meeting. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import type { Talk } from '../../domain/rows/talk.ts';
import {
  childAnewToShow,
  mayTalkAnew,
  missingBeforeOpening,
  outcomesAnew,
  partnersAnew,
  talkAnewWith,
  talksLeft,
} from '../../domain/talk-anew.ts';
import { isChildHeard, isGuardianHeard, roundOf, talkAnewChange, talkWith } from '../../domain/talks.ts';
import { caseFile, caseRow, meetingRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const today = Temporal.PlainDate.from('2027-04-20');
const lockedAt = Temporal.Instant.from('2027-03-01T09:00:00Z');

/** A plan is locked, and everybody was talked with before it. */
function followed(set: Partial<CaseRow> = {}, talks: Partial<Talk>[] = []): CaseFile {
  const row = caseRow({ status: 'INVITED', ...set });
  const meeting = meetingRow(row.id, { status: 'SENT', startAt: Temporal.Instant.from('2027-04-20T09:00:00Z') });
  return caseFile(row, {
    meetings: [meeting],
    plans: [newPlan({ id: 'p1', caseId: row.id, meetingId: 'm1', version: 1, lockedAt })],
    talks: [
      talkRow(row.id, { with: 'CHILD', words: 'Ont i magen.', support: ['BREAKS'], shares: 'NO', invitedOn: today }),
      talkRow(row.id, { with: 'GUARDIAN_1', interpreter: 'ar', wants: ['bup-1'], delivery: 'LETTER' }),
      ...talks.map((one) => talkRow(row.id, { round: 2, ...one })),
    ],
  });
}

const say = (file: CaseFile, partner: TalkPartner, set: Partial<Talk>) =>
  withChanges(file, [talkAnewChange(file, partner, `new-${partner}`, set)]);
const missing = (file: CaseFile) => missingBeforeOpening(momentAt(file, today));

describe('barnkonventionen 12: before a follow-up each is talked with once more', () => {
  test('the talk of the next round has what is practical of the newest, and nothing that was said', () => {
    const file = followed();
    expect(roundOf(file)).toBe(2);
    const after = say(file, 'CHILD', { outcome: 'DONE', heldOn: today, better: 'Morgnarna.' });
    const [before, talk] = [talkWith(file, 'CHILD'), talkWith(after, 'CHILD')];
    expect(talk).toMatchObject({ round: 2, words: null, wordsMayBeShown: false, better: 'Morgnarna.' });
    // What was ordered, how it takes part, that it said no to sharing, and that it has its invitation.
    for (const field of ['support', 'participation', 'shares', 'invitedOn', 'informed'] as const)
      expect(talk?.[field], field).toEqual(before?.[field]);
    expect(talkWith(say(file, 'GUARDIAN_1', {}), 'GUARDIAN_1')).toMatchObject({
      ...{ round: 2, interpreter: 'ar', wants: ['bup-1'], delivery: 'LETTER', heldOn: null },
    });
    // The first one stands as it was.
    expect(after.talks.find(({ id }) => id === before?.id)).toEqual(before);
  });

  test('saved again it is the same row, and one with somebody who was never talked with is made', () => {
    const once = say(followed(), 'CHILD', { better: 'Morgnarna.' });
    const twice = say(once, 'CHILD', { notBetter: 'Rasterna.' });
    expect(twice.talks).toHaveLength(once.talks.length);
    expect(talkAnewWith(twice, 'CHILD')).toMatchObject({ better: 'Morgnarna.', notBetter: 'Rasterna.' });
    const other = say(followed(), 'GUARDIAN_2', { outcome: 'DONE', heldOn: today });
    expect(talkAnewWith(other, 'GUARDIAN_2')).toMatchObject({ round: 2, outcome: 'DONE', informed: false });
  });

  test('that they were heard before the first plan goes on counting at every kallelse', () => {
    const file = followed();
    const after = say(say(file, 'CHILD', { better: 'x' }), 'GUARDIAN_1', { better: 'x' });
    expect([isChildHeard(after, false), isGuardianHeard(after, 'GUARDIAN_1')]).toEqual([true, true]);
  });
});

describe('the gate of opening a follow-up', () => {
  const all: TalkPartner[] = ['GUARDIAN_1', 'GUARDIAN_2', 'CHILD'];

  test('everybody, until their own talk of this round counts', () => {
    expect(missing(followed())).toEqual(all);
    const held = { outcome: 'DONE', heldOn: today } as const;
    expect(missing(say(followed(), 'GUARDIAN_2', held))).toEqual(['GUARDIAN_1', 'CHILD']);
    // A day alone, or how it went alone, is no talk.
    expect(missing(say(followed(), 'CHILD', { heldOn: today, better: 'x' }))).toEqual(all);
    expect(missing(say(followed(), 'CHILD', { outcome: 'DONE' }))).toEqual(all);
    expect(missing(say(followed(), 'CHILD', { outcome: 'DECLINED', heldOn: today }))).toEqual(all.slice(0, 2));
    // What is better since the plan cannot have been asked before it; the day of the meeting itself can be.
    const on = (heldOn: string) =>
      missing(say(followed(), 'CHILD', { outcome: 'DONE', heldOn: Temporal.PlainDate.from(heldOn) }));
    expect([on('2027-02-28'), on('2027-03-01'), on('2027-04-21')]).toEqual([all, all.slice(0, 2), all]);
    // That of an earlier round is history.
    expect(missing(followed({}, [{ with: 'CHILD', round: 1, ...held }]))).toEqual(all);
  });

  test('one that could not be held has its code, and no day', () => {
    expect(missing(say(followed(), 'CHILD', { outcome: 'EXCEPTION_ILL' }))).toEqual(['GUARDIAN_1', 'GUARDIAN_2']);
    expect(missing(say(followed(), 'GUARDIAN_1', { outcome: 'EXCEPTION_OTHER' }))).toEqual(['GUARDIAN_2', 'CHILD']);
    expect(outcomesAnew('GUARDIAN_1', false)).not.toContain('EXCEPTION_HARM');
  });

  test('nobody of age is planned for without having been talked with', () => {
    const youth = followed({ ageBand: 'A18_20', guardianOne: null, guardianTwo: null });
    expect(missing(youth)).toEqual(['CHILD']);
    expect(missing(say(youth, 'CHILD', { outcome: 'EXCEPTION_OTHER' }))).toEqual(['CHILD']);
    expect(outcomesAnew('CHILD', true)).toEqual(['DONE', 'ADAPTED', 'DECLINED']);
  });

  test('a guardian who is not waited for is not asked, and on paper only nobody is', () => {
    const decided = { excusedChecked: true, excusedRole: 'UNIT_MANAGER', excusedOn: today, excusedRef: 'D1' } as const;
    const excused = followed({ excusedGuardian: 'GUARDIAN_2', ...decided });
    expect(missing(excused)).toEqual(['GUARDIAN_1', 'CHILD']);
    const onPaper = followed({ safety: 'RESTRICTED' });
    expect(mayTalkAnew(onPaper)).toBe(false);
    expect(partnersAnew(momentAt(onPaper, today))).toEqual(['CHILD']);
  });

  test('a first meeting has no such gate; the talks can be held from the lock on, and not while they sit there', () => {
    const first = { ...followed(), plans: [] };
    expect([missing(first), mayTalkAnew(first)]).toEqual([[], false]);
    const active = followed({ status: 'PLAN_ACTIVE' });
    expect([missing(active), talksLeft(momentAt(active, today)), mayTalkAnew(active)]).toEqual([[], all, true]);
    expect(mayTalkAnew(followed({ status: 'MEETING' }))).toBe(false);
    expect(mayTalkAnew(followed({ status: 'STOPPED' }))).toBe(false);
  });
});

test('the child’s words are shown at the meeting with its yes only, and only those of this round', () => {
  const said = { better: 'Morgnarna.', notBetter: 'Rasterna.' };
  expect(childAnewToShow(say(followed(), 'CHILD', said))).toBeNull();
  expect(childAnewToShow(say(followed(), 'CHILD', { ...said, wordsMayBeShown: true }))).toMatchObject(said);
  const old = followed({}, [{ with: 'CHILD', round: 1, wordsMayBeShown: true, ...said }]);
  expect(childAnewToShow(old)).toBeNull();
});
