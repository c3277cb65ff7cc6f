/**
 * Handing over to another unit: the consent and the days go, what the unit was told, tried and judged stays behind. What
 * is called or locked goes on.
 */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { commonConsent, requiredSigners } from '../../domain/consent.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import { handoverChanges } from '../../domain/handover.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Person } from '../../domain/rows/register.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const TODAY = Temporal.PlainDate.from('2027-03-01');
const EXCUSED = {
  excusedGuardian: 'GUARDIAN_2',
  excusedHindrance: 'ILL',
  excusedChecked: true,
  excusedRole: 'HEAD_TEACHER',
  excusedOn: TODAY,
  excusedRef: 'dnr 12',
} as const;
const NO = {
  childNoAnswer: 'TOLD',
  childNoRole: 'CONVENER',
  childNoOn: TODAY,
  childNoSecond: 'NURSE',
  childNoReason: 'TALKED_AGAIN',
} as const;

function caseWith(set: Partial<CaseRow>, more: Partial<CaseFile> = {}): CaseFile {
  const row = caseRow({ childAbleRole: 'kurator', differReason: 'NOT_CALLED', ...set });
  const startAt = NOW.add({ hours: 240 });
  const meeting = meetingRow(row.id, {
    startAt,
    endAt: startAt.add({ hours: 1 }),
    placeId: 'room',
    familyAgreed: true,
  });
  return caseFile(row, {
    talks: [
      talkRow(row.id, { words: 'Jag vill sova.', shares: 'NO', ownConsent: 'NO', present: ['FOSTER_HOME'] }),
      talkRow(row.id, { with: 'GUARDIAN_1', outcome: null, present: ['GUARDIAN_1', 'GUARDIAN_2', 'RELATIVE'] }),
      talkRow(row.id, {
        with: 'GUARDIAN_2',
        heldOn: null,
        notReached: ['2027-02-01', '2027-02-08'],
        otherTries: ['2027-02-15 LETTER'],
      }),
    ],
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [participantRow(meeting.id), participantRow(meeting.id, { unitId: 'school-1' })],
    ...more,
  });
}

const handedTo = (file: CaseFile, unitId: string) =>
  withChanges(file, handoverChanges(file, { id: 'person-9', unitId } as Person, NOW));
const gaps = (file: CaseFile) =>
  missingBeforeKallelse(momentAt(file, NOW)).map(({ gate, who }) => (who ? `${gate} ${who}` : gate));

describe('OSL 8:1, 10:1, 12:2: to another unit go the consent and the days', () => {
  test('not what was said, wished, tried and judged', () => {
    const { case: row, talks, consents } = handedTo(caseWith({ ...EXCUSED, ...NO }), 'social-1');
    expect(row).toMatchObject({
      ...Object.fromEntries(Object.keys({ ...EXCUSED, ...NO }).map((field) => [field, null])),
      childAble: null,
      childAbleRole: null,
      childAbleSecond: null,
      childAbleAt: null,
      childAbleBand: null,
      differReason: null,
    });
    const nothing = { words: null, wordsMayBeShown: false, shares: null, ownConsent: null, wishes: [], wants: [] };
    for (const talk of talks) expect(talk).toMatchObject({ ...nothing, notReached: [], otherTries: [] });
    expect(talks.map(({ present }) => present)).toEqual([[], ['GUARDIAN_1', 'GUARDIAN_2'], ['GUARDIAN_1']]);
    expect(talks.map(({ heldOn }) => heldOn?.toString() ?? null)).toEqual(['2027-02-20', '2027-02-20', null]);
    expect(consents).toHaveLength(2);
  });

  test('in the own unit all of it goes', () => {
    const file = caseWith({ ...EXCUSED, ...NO });
    expect(handedTo(file, file.case.unitId).talks).toEqual(file.talks);
    expect(handedTo(file, file.case.unitId).case).toEqual({ ...file.case, convenerId: 'person-9' });
  });

  test('each authority judges for itself: a gap at the next kallelse', () => {
    const after = handedTo(caseWith({ childAble: 'NO' }), 'social-1');
    expect(gaps(after)).toContain('childAble');
    expect(gaps({ ...after, case: { ...after.case, status: 'INVITED' } })).not.toContain('childAble');
  });

  test('a child whose own form says less goes on counting, and is judged anew', () => {
    for (const childAble of ['YES', 'UNSURE'] as const) {
      const file = caseWith({ childAble });
      const wide = { parties: ['school-1', 'social-1', 'bup-1'] };
      const own = consentRow(file.case.id, { givenBy: 'YOUTH' });
      const consents = [...file.consents.map((one) => ({ ...one, ...wide })), own];
      const after = handedTo({ ...file, consents }, 'social-1');
      expect(requiredSigners(after.case, TODAY)).toContain('YOUTH');
      expect(commonConsent(after, [TODAY])?.units).toEqual(new Set(['school-1', 'social-1']));
      expect(after.case, 'not whether there was a doubt').toMatchObject({ childAble: 'YES', childAbleAt: null });
      expect(gaps(after)).toContain('childAble');
    }
  });

  test('what is called or locked goes on without the guardian who is not waited for; the next kallelse asks', () => {
    const called = caseWith({ status: 'INVITED', ...EXCUSED }, {});
    const file = { ...called, consents: called.consents.slice(0, 1) };
    const after = handedTo(file, 'social-1');
    expect(commonConsent(after, [TODAY])).toEqual(commonConsent(file, [TODAY]));
    expect(after.case).toMatchObject({ excusedHindrance: null, excusedChecked: null, excusedRef: '' });
    expect(gaps(after), 'a move of it').toEqual([]);
    expect(gaps({ ...after, case: { ...after.case, status: 'PREPARING' } })).toContain('excused GUARDIAN_2');
    const draft = { ...file, case: { ...file.case, excusedChecked: false } };
    expect(requiredSigners(handedTo(draft, 'social-1').case, TODAY)).toContain('GUARDIAN_2');
  });
});
