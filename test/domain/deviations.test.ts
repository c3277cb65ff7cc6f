/** Which deviations can be drafted: one table, by case file and day. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ATTENDANCE, type DeviationCode, LATE_REASONS } from '../../domain/codes.ts';
import { deviationKey, deviationOf, draftableDeviations } from '../../domain/deviations.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { newMeasure, newPlan } from '../../domain/rows/plan.ts';
import type { Settings } from '../../domain/rows/register.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`);

const row = caseRow({ status: 'INVITED' });
const consents = [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })]; // complete 25 February: by 18 March
const AGREED = { agreement: { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-09-01' } };
const codes = (file: CaseFile, today: string, settings: Partial<Settings> = AGREED): DeviationCode[] =>
  draftableDeviations(momentAt(file, day(today), settings)).map(({ code }) => code);

const meeting = (set: Partial<Meeting> = {}) =>
  meetingRow(row.id, {
    status: 'SENT',
    startAt: at('2027-03-10'),
    sentAt: at('2027-03-01'),
    consentOn: day('2027-02-25'),
    ...set,
  });
const held = meeting({ status: 'HELD' });
const plan = (set: Partial<Plan> = {}) =>
  newPlan({
    id: 'plan',
    caseId: row.id,
    meetingId: held.id,
    version: 1,
    followUpOn: day('2027-05-10'),
    lockedAt: at('2027-03-10'),
    ...set,
  });
const planned = (set: Partial<CaseFile> = {}) =>
  caseFile(
    { ...row, status: 'PLAN_ACTIVE' },
    {
      consents,
      meetings: [held],
      plans: [plan()],
      participants: [participantRow(held.id, { attendance: 'IN_ROOM' })],
      ...set,
    },
  );

describe('T19: the meeting', () => {
  test('not held in time: from the day after the last one', () => {
    const file = caseFile(row, { consents, meetings: [meeting({ startAt: at('2027-03-30') })] });
    expect(codes(file, '2027-03-18')).toEqual([]);
    expect(codes(file, '2027-03-19')).toEqual(['NO_MEETING_IN_TIME']);
  });

  test('held late is late for good, by the clocks that were stored with it', () => {
    const late = meeting({ status: 'HELD', startAt: at('2027-03-19') });
    expect(codes(planned({ meetings: [late], plans: [plan({ meetingId: late.id })] }), '2027-03-20')).toEqual([
      'NO_MEETING_IN_TIME',
    ]);
    const inTime = meeting({ status: 'HELD', startAt: at('2027-03-18') });
    expect(codes(planned({ meetings: [inTime], plans: [plan({ meetingId: inTime.id })] }), '2027-04-20')).toEqual([]);
  });

  const OURS = ['PARTY_CANNOT', 'ILLNESS', 'OTHER'];
  test.each(LATE_REASONS)('late because of %s', (lateReason) => {
    const file = caseFile(row, { consents, meetings: [meeting({ startAt: at('2027-03-30'), lateReason })] });
    expect(codes(file, '2027-03-19')).toEqual(OURS.includes(lateReason) ? ['NO_MEETING_IN_TIME'] : []);
  });

  test('a late consent is nobody’s fault: the clock has not started', () => {
    expect(
      codes(
        caseFile({ ...row, status: 'PREPARING' }, { consents: [consents[0]] as CaseFile['consents'] }),
        '2027-12-01',
      ),
    ).toEqual([]);
  });

  test('T15, scenario 10: a no without a stand-in, until somebody of theirs is named or comes', () => {
    const sent = meeting();
    const no = participantRow(sent.id, { answer: 'DECLINED', answeredAt: at('2027-03-03') });
    const called = (...participants: CaseFile['participants']) =>
      caseFile(row, { consents, meetings: [sent], participants });
    expect(codes(called(no), '2027-03-04')).toEqual(['PARTY_DECLINED']);
    expect(codes(called({ ...no, kind: 'INVITED' }), '2027-03-04')).toEqual([]);
    expect(codes(called(no, participantRow(sent.id, { standIn: true })), '2027-03-04')).toEqual([]);
    const came = { ...no, meetingId: held.id, attendance: 'STAND_IN' as const };
    expect(codes(planned({ participants: [came] }), '2027-03-11')).toEqual([]);
    expect(codes(planned({ participants: [{ ...came, attendance: 'SENT_WORD' }] }), '2027-03-11')).toEqual([
      'PARTY_DECLINED',
    ]);
  });

  test.each(ATTENDANCE)('scenario 11: a summoned party that was %s', (attendance) => {
    const file = planned({ participants: [participantRow(held.id, { attendance })] });
    expect(codes(file, '2027-03-11')).toEqual(attendance === 'ABSENT' ? ['PARTY_ABSENT'] : []);
  });

  test('a party is there when one of its people is; an invited one has no duty', () => {
    const absent = participantRow(held.id, { attendance: 'ABSENT' });
    const colleague = participantRow(held.id, { attendance: 'REMOTE', mail: 'annan@social.example' });
    expect(codes(planned({ participants: [absent, colleague] }), '2027-03-11')).toEqual([]);
    expect(codes(planned({ participants: [{ ...absent, kind: 'INVITED' }] }), '2027-03-11')).toEqual([]);
    const two = [absent, { ...colleague, attendance: 'ABSENT' as const }];
    expect(codes(planned({ participants: two }), '2027-03-11')).toEqual(['PARTY_ABSENT']);
  });

  test('the agreement: where nobody has confirmed it there was no duty to come, and nothing was not followed', () => {
    const sent = meeting();
    const no = participantRow(sent.id, { answer: 'DECLINED', answeredAt: at('2027-03-03') });
    const declined = caseFile(row, { consents, meetings: [sent], participants: [no] });
    const absent = planned({ participants: [participantRow(held.id, { attendance: 'ABSENT' })] });
    for (const settings of [{}, { agreement: { ...AGREED.agreement, holdsUntil: '2027-03-09' } }]) {
      expect(codes(declined, '2027-03-04', settings)).toEqual([]);
      expect(codes(absent, '2027-03-11', settings)).toEqual([]);
    }
  });

  test('no plan fourteen days after it', () => {
    const file = caseFile({ ...row, status: 'MEETING' }, { consents, meetings: [meeting()] });
    expect(codes(file, '2027-03-24')).not.toContain('NO_PLAN');
    expect(codes(file, '2027-03-25')).toContain('NO_PLAN');
  });
});

test.each([
  ['EXCEPTION_ILL', 1],
  ['EXCEPTION_HARM', 1],
  ['EXCEPTION_OTHER', 1],
  ['DONE', 0],
  ['ADAPTED', 0],
  ['DECLINED', 0],
] as const)('T9, T19: the talk with the child: %s', (outcome, found) => {
  const file = caseFile({ ...row, status: 'PREPARING' }, { talks: [talkRow(row.id, { outcome })] });
  expect(codes(file, '2027-03-01')).toHaveLength(found);
});

describe('T19: the plan', () => {
  const measure = newMeasure({
    id: 'm',
    planId: 'plan',
    ordinal: 1,
    what: 'X',
    unitId: 'social-1',
    personId: 'p',
    dueOn: day('2027-04-01'),
  });

  test('a measure more than fourteen days late', () => {
    expect(codes(planned({ measures: [measure] }), '2027-04-15')).toEqual([]);
    expect(codes(planned({ measures: [measure] }), '2027-04-16')).toEqual(['PLAN_NOT_FOLLOWED']);
    for (const set of [
      { state: 'DONE' as const },
      { dueOn: null },
      { actor: 'GUARDIAN' as const },
      { planId: 'older' },
    ])
      expect(codes(planned({ measures: [{ ...measure, ...set }] }), '2027-04-16')).toEqual([]);
  });

  test('not followed up within fourteen days; not while that meeting goes on', () => {
    expect(codes(planned(), '2027-05-24')).toEqual([]);
    expect(codes(planned(), '2027-05-25')).toEqual(['NO_FOLLOW_UP']);
    const next = meeting({ startAt: at('2027-05-25') });
    const going = planned({ case: { ...row, status: 'MEETING' }, meetings: [held, next] });
    expect(codes(going, '2027-05-25')).toEqual([]);
  });
});

test('T19: one that was dealt with is not asked about again, and a case that is over is left alone', () => {
  const file = planned({ participants: [participantRow(held.id, { attendance: 'ABSENT' })] });
  const input = momentAt(file, day('2027-03-11'), AGREED);
  const [one] = draftableDeviations(input);
  if (!one) throw new Error('a deviation is needed');
  expect(deviationOf(input, deviationKey(one))).toEqual(one);
  const { code, subjectId, on: happenedOn } = one;
  const settled = {
    id: 'd',
    caseId: row.id,
    code,
    subjectId,
    happenedOn,
    outcome: 'NOT_NEEDED' as const,
    settledOn: day('2027-03-11'),
  };
  const after = { ...input, file: { ...file, deviations: [settled] } };
  expect(draftableDeviations(after)).toEqual([]);
  expect(deviationOf(after, deviationKey(one))).toBeNull();
  for (const status of ['STOPPED', 'CLOSED'] as const)
    expect(draftableDeviations({ ...input, file: { ...file, case: { ...row, status } } })).toEqual([]);
});
