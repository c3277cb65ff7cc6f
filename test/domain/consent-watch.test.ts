import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { maySeeMeasure, seesOwnMeasures } from '../../domain/access.ts';
import type { Attendance } from '../../domain/codes.ts';
import { birthdayDueItems, consentDueItems, consentWarning } from '../../domain/consent-watch.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { type Measure, newPlan } from '../../domain/rows/plan.ts';
import { newPlanRecipient } from '../../domain/rows/plan-recipient.ts';
import type { Person } from '../../domain/rows/register.ts';
import { unitsToTell } from '../../domain/told.ts';
import { withdraw } from '../../domain/withdrawal.ts';
import {
  caseFile,
  caseRow,
  consentRow,
  meetingRow,
  participantRow,
  talkRow,
  withdrawalRow,
} from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2027-03-01');
const at = (items: { dueAt: Temporal.Instant }[]) =>
  items.map(({ dueAt }) => dueAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString());

const invited = (set: Partial<CaseFile['case']> = {}, more: Partial<CaseFile> = {}): CaseFile => {
  const row = caseRow({ status: 'INVITED', ...set });
  const meeting = meetingRow(row.id, { status: 'SENT', startAt: NOW.add({ hours: 24 * 10 }), sentAt: NOW });
  return caseFile(row, {
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [participantRow(meeting.id, { answer: 'ACCEPTED' })],
    ...more,
  });
};
const warns = (file: CaseFile) => consentWarning(momentAt(file, NOW))?.key ?? null;

test('T29: the cards are drawn anew fourteen days before a consent ends, the day after it, and when one begins later', () => {
  const consent = consentRow('c', {
    signedOn: day('2027-02-25'),
    validFromOn: day('2027-02-25'),
    validToOn: day('2027-08-25'),
  });
  expect(at(consentDueItems(consent))).toEqual(['2027-08-11T08:00:00', '2027-08-26T00:00:00']);
  expect(at(consentDueItems({ ...consent, validFromOn: day('2027-03-20') }))).toContain('2027-03-20T00:00:00');
});

test('T26: and 60 and 14 days before the 18th birthday’s month, when it begins and when it is over', () => {
  expect(at(birthdayDueItems(caseRow({ turns18On: day('2027-06-01') })))).toEqual([
    '2027-04-02T08:00:00',
    '2027-05-18T08:00:00',
    '2027-06-01T00:00:00',
    '2027-07-01T00:00:00',
  ]);
});

describe('what the card says about the consent', () => {
  const ended = (file: CaseFile) => ({
    ...file,
    consents: file.consents.map((one) => ({ ...one, validToOn: day('2027-02-28') })),
  });

  test('nothing while everything is as it should be', () => {
    expect(warns(invited())).toBeNull();
  });
  test('T29: it has ended, also while the case is prepared', () => {
    expect(warns(ended(invited()))).toBe('consent.ended');
    expect(warns(ended(invited({ status: 'PREPARING' })))).toBe('consent.ended');
  });
  test('T29: it soon ends, unless the next one goes on from there', () => {
    const file = invited();
    const short = file.consents.map((one) => ({ ...one, validToOn: day('2027-03-10') }));
    expect(warns({ ...file, consents: short })).toBe('consent.soon');
    const next = short.map((one) =>
      consentRow(one.caseId, {
        ...one,
        id: `${one.id}-2`,
        validFromOn: day('2027-03-11'),
        validToOn: day('2027-09-10'),
      }),
    );
    const renewed = next.map((one) => ({ ...one, recordedAt: NOW.add({ hours: 1 }) }));
    expect(warns({ ...file, consents: [...short, ...renewed] })).toBeNull();
  });
  test('T11: one is missing, has not begun, or there is no topic in common', () => {
    const file = invited();
    const [one, two] = file.consents;
    if (!one || !two) throw new Error('two consents');
    expect(warns({ ...file, consents: [one] })).toBe('consent.missing');
    expect(warns({ ...file, consents: [one, { ...two, validFromOn: day('2027-03-05') }] })).toBe('consent.notBegun');
    expect(warns({ ...file, consents: [one, { ...two, topics: ['HEALTH'] }] })).toBe('consent.noTopics');
  });
  test('T26: the birthday’s month has begun', () => {
    expect(warns(invited({ ageBand: 'A15_17', turns18On: TODAY }))).toBe('consent.isAdult');
  });
  test('2.3: the child has said no, until something is done about it', () => {
    const file = invited();
    const talks = [talkRow(file.case.id, { shares: 'NO' })];
    const said = (set: Partial<CaseFile['case']>) => warns({ ...file, talks, case: { ...file.case, ...set } });
    expect(said({})).toBe('consent.childNo');
    expect(said({ childNoAnswer: 'WAIT' })).toBe('consent.childNo');
    expect(said({ childNoAnswer: 'TOLD' })).toBe('consent.childNo');
    expect(said({ childNoAnswer: 'TOLD', childNoRole: 'CONVENER', childNoOn: TODAY })).toBeNull();
    expect(said({ childNoAnswer: 'CHANGED' })).toBeNull();
  });
  test('OSL 12:3: a doubt that nobody has judged says nothing on the card of what is sent', () => {
    expect(warns(invited({ childAble: null, childAbleAt: null }))).toBeNull();
  });
  test('FB 6:2: from sixty days before 18 it is asked whether the own earlier form stands, until it is', () => {
    const own = (set: Partial<CaseFile['case']>) => {
      const file = invited({ ageBand: 'A15_17', childAbleBand: 'A15_17', childAble: 'YES', ...set });
      const signedOn = day('2026-12-01');
      return { ...file, consents: [...file.consents, consentRow(file.case.id, { givenBy: 'YOUTH', signedOn })] };
    };
    expect(warns(own({ turns18On: day('2027-06-01') }))).toBeNull();
    expect(warns(own({ turns18On: day('2027-04-20') }))).toBe('consent.askOwn');
    expect(warns(own({ turns18On: TODAY }))).toBe('consent.askOwn');
    expect(warns(own({ turns18On: TODAY, ownFormAskedOn: TODAY }))).toBeNull();
  });
});

describe('who sees a measure', () => {
  const measure = { unitId: 'social-1', personId: 'person-2' } as Measure;
  const person = { id: 'person-2', tenantId: 'tenant-1', unitId: 'social-1', active: true } as Person;

  test('T26: from the 18th birthday’s month nobody outside, until the young person’s own consent is there', () => {
    const file = invited({ status: 'PLAN_ACTIVE', ageBand: 'A15_17', turns18On: TODAY });
    expect(maySeeMeasure(person, file, measure, TODAY)).toBe(false);
    expect(maySeeMeasure(person, file, measure, TODAY.subtract({ days: 1 }))).toBe(true);
    const own = consentRow(file.case.id, { givenBy: 'YOUTH' });
    expect(maySeeMeasure(person, { ...file, consents: [...file.consents, own] }, measure, TODAY)).toBe(true);
    const narrower = { ...own, parties: ['school-1', 'bup-1'] };
    expect(maySeeMeasure(person, { ...file, consents: [...file.consents, narrower] }, measure, TODAY)).toBe(false);
  });

  test('T25: after everything was taken back nobody, until there is a new consent', () => {
    const file = invited({ status: 'PREPARING' });
    const back = withdrawalRow(file.case.id, { recordedAt: NOW.add({ hours: 1 }) });
    expect(seesOwnMeasures(file, 'social-1', TODAY)).toBe(true);
    expect(seesOwnMeasures({ ...file, withdrawals: [back] }, 'social-1', TODAY)).toBe(false);
  });
});

test('3: whom it is about is told only where everybody has agreed to that they prepare', () => {
  const file = invited();
  const prepare = file.consents.map((one) => ({ ...one, scopes: ['MEETING', 'PREPARE'] as const }));
  const step = (consents: CaseFile['consents']) => nextStep(momentAt({ ...file, consents }, NOW)).key;
  expect(unitsToTell(momentAt(file, TODAY))).toEqual([]);
  expect(step(file.consents)).toBe('next.notChecked');
  const allowed = prepare.map((one) => ({ ...one, scopes: [...one.scopes] }));
  expect(unitsToTell(momentAt({ ...file, consents: allowed }, TODAY))).toEqual(['social-1']);
  expect(step(allowed)).toBe('next.notTold');
  const one = allowed.map((consent, n) => (n === 0 ? consent : { ...consent, scopes: ['MEETING' as const] }));
  expect(unitsToTell(momentAt({ ...file, consents: one }, TODAY))).toEqual([]);
});

test('before a follow-up who was at a meeting, or has been handed the plan, knows whom it is about', () => {
  const prepare = { scopes: ['MEETING' as const, 'PREPARE' as const] };
  const consents = [undefined, 'GUARDIAN_2' as const].map((givenBy) =>
    consentRow('case-1', { ...prepare, ...(givenBy ? { givenBy } : {}) }),
  );
  const file = invited({}, { consents });
  const before = (set: Partial<CaseFile>) => unitsToTell(momentAt({ ...file, ...set }, TODAY));
  const at = (attendance: Attendance) => [...file.participants, participantRow('held', { attendance })];
  expect(before({ participants: at('IN_ROOM') })).toEqual([]);
  expect(before({ participants: at('ABSENT') })).toEqual(['social-1']);
  const copy = newPlanRecipient({
    ...{ id: 'copy', caseId: file.case.id, planId: 'v1', to: 'UNIT', unitId: 'social-1' },
    ...{ how: 'PAPER', whole: true },
  });
  expect(before({ planRecipients: [copy] })).toEqual(['social-1']);
  expect(before({ planRecipients: [{ ...copy, givenOn: TODAY }] })).toEqual([]);
});

describe('what is left after a part was taken back', () => {
  const taken = (file: CaseFile, set: Parameters<typeof withdrawalRow>[1]) =>
    withdraw(momentAt(file, TODAY), withdrawalRow(file.case.id, { recordedAt: NOW.add({ hours: 1 }), ...set })).what;

  test('T25: too few parties, or no topic that all have said yes to, is all of it', () => {
    const file = invited();
    expect(taken(file, { scope: 'PARTY', unitId: 'social-1' })).toBe('ALL');
    const wide = file.consents.map((one) => ({ ...one, parties: ['school-1', 'social-1', 'bup-1'] }));
    expect(taken({ ...file, consents: wide }, { scope: 'PARTY', unitId: 'social-1' })).toBe('LESS');
    const apart = wide.map((one, n) => ({
      ...one,
      topics: n === 0 ? (['SCHOOL', 'FAMILY'] as const) : (['SCHOOL', 'HEALTH'] as const),
    }));
    const topics = apart.map((one) => ({ ...one, topics: [...one.topics] }));
    expect(taken({ ...file, consents: topics }, { scope: 'TOPIC', topic: 'SCHOOL' })).toBe('ALL');
    expect(taken({ ...file, consents: topics }, { scope: 'TOPIC', topic: 'FAMILY' })).toBe('LESS');
  });

  test('T25: the young person’s early own consent stops it where the meeting is after the birthday, else it is only noted', () => {
    const own = (turns18On: string) => {
      const file = invited({ ageBand: 'A15_17', turns18On: day(turns18On) });
      return { ...file, consents: [...file.consents, consentRow(file.case.id, { givenBy: 'YOUTH' })] };
    };
    expect(taken(own('2027-03-08'), { givenBy: 'YOUTH' })).toBe('ALL');
    expect(taken(own('2027-06-01'), { givenBy: 'YOUTH' })).toBe('KEPT');
  });
});

test('T29: what a plan in force lets be shared is watched while its follow-up is prepared too', () => {
  const unsigned = invited({ status: 'PREPARING' }, { consents: [consentRow('c')] });
  // A consent that was never there is the guide's matter, where nothing is shared yet.
  expect(warns(unsigned)).toBeNull();
  const plan = newPlan({ id: 'v1', caseId: unsigned.case.id, meetingId: 'm', version: 1, lockedAt: NOW });
  expect(warns({ ...unsigned, plans: [plan] })).toBe('consent.missing');
});
