/** What a unit may read of the plan that it was handed, who of it, and how it is handed. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { describe, expect, it, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { dayOf } from '../../domain/days.ts';
import { handedSoFar, handingsOf, handPlan, mayHand, type Way } from '../../domain/handing.ts';
import type { Moment } from '../../domain/moment.ts';
import { asLocked, contentOf, copyReaders, mayLetIn, newsForUnit, readableCopy } from '../../domain/plan-copies.ts';
import { planReceivers } from '../../domain/plan-parties.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newMeasure, newNeed, newPlan, type Plan } from '../../domain/rows/plan.ts';
import { newPlanRecipient, type PlanRecipient } from '../../domain/rows/plan-recipient.ts';
import type { Person, Register } from '../../domain/rows/register.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, withdrawalRow } from '../support/case-rows.ts';
import { NO_MORE } from '../support/register-rows.ts';

const now = Temporal.Instant.from('2027-03-22T12:00:00Z');
const today = dayOf(now);
const lockedAt = Temporal.Instant.from('2027-03-20T12:00:00Z');
const MEETING = '019575a0-7c1e-7000-8000-000000000001';

const person = (id: string, unitId: string, set: Partial<Person> = {}): Person => ({
  id,
  tenantId: 'tenant-2',
  name: id,
  mail: `${id}@x.example`,
  role: 'kurator',
  unitId,
  mayCall: false,
  active: true,
  ...NO_MORE.person,
  ...set,
});
const LENA = person('lena', 'bup-1');
const PETRA = person('petra', 'bup-1');
const SAMIRA = person('samira', 'social-1');
const register: Register = {
  units: [],
  people: [LENA, PETRA, SAMIRA],
  places: [],
  channels: [],
  settings: SettingsSchema.parse({}),
};

const plan = (version: number, set: Partial<Plan> = {}) =>
  newPlan({
    id: `plan-${version}`,
    caseId: 'case',
    meetingId: MEETING,
    version,
    question: 'QUESTION',
    lockedAt: lockedAt.add({ hours: version - 1 }),
    ...set,
  });
const ofUnit = (unitId: string, n: number, set = {}) =>
  newMeasure({ id: `m-${n}`, planId: 'plan-1', ordinal: n, what: `WHAT ${n}`, unitId, dueOn: today, ...set });
const handed = (set: Partial<PlanRecipient> = {}): PlanRecipient =>
  newPlanRecipient({
    id: uuid(),
    caseId: 'case',
    planId: 'plan-1',
    to: 'UNIT',
    unitId: 'bup-1',
    personId: 'lena',
    how: 'TEAMS',
    whole: true,
    givenOn: today,
    ...set,
  });

/** Lena of BUP has the first version of it in the chat. */
function fileWith(set: Partial<CaseFile> = {}, row: Partial<CaseFile['case']> = {}): CaseFile {
  const consent = { parties: ['school-1', 'social-1', 'bup-1'], scopes: ['MEETING', 'PLAN_COPY'] as never };
  return caseFile(caseRow({ id: 'case', status: 'PLAN_ACTIVE', ...row }), {
    consents: (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) => consentRow('case', { givenBy, ...consent })),
    meetings: [meetingRow('case', { id: MEETING, status: 'HELD' })],
    participants: [
      participantRow(MEETING, { unitId: 'bup-1', personId: 'lena', attendance: 'IN_ROOM' }),
      participantRow(MEETING, { unitId: 'social-1', attendance: 'ABSENT' }),
    ],
    plans: [plan(1)],
    needs: [newNeed({ id: 'n-1', planId: 'plan-1', ordinal: 1, text: 'NEED' })],
    measures: [ofUnit('bup-1', 1), ofUnit('social-1', 2)],
    planRecipients: [handed()],
    ...set,
  });
}
const momentOf = (file: CaseFile, people = register.people): Moment => ({
  file,
  register: { ...register, people },
  now,
  today,
});
const reads = (file: CaseFile, who: Person = LENA) => {
  const copy = readableCopy(who, file, today);
  return copy && (copy.whole ? 'WHOLE' : 'OWN');
};
const scopes = (...of: string[]) => ({
  consents: fileWith().consents.map((row) => ({ ...row, scopes: of as never })),
});
const back = (set: object) => ({ withdrawals: [withdrawalRow('case', { recordedAt: now, ...set })] });

describe('PDL 5:4, a delivered copy: who reads it, and how much of it', () => {
  const CASES: [why: string, file: CaseFile, who: Person, may: ReturnType<typeof reads>][] = [
    ['whoever was handed it, the whole with the consent to copies', fileWith(), LENA, 'WHOLE'],
    ['a colleague at the unit does not', fileWith(), PETRA, null],
    ['a colleague who was let in does', fileWith({ planRecipients: [handed({ letInId: 'petra' })] }), PETRA, 'WHOLE'],
    ['another unit does not', fileWith(), SAMIRA, null],
    [
      'a person who is called the same at another unit does not',
      fileWith({ planRecipients: [handed({ personId: 'samira' })] }),
      SAMIRA,
      null,
    ],
    ['whoever has left does not', fileWith(), { ...LENA, active: false }, null],
    ['whoever has gone to another unit does not', fileWith(), { ...LENA, unitId: 'social-1' }, null],
    ['on paper nobody reads it in the chat', fileWith({ planRecipients: [handed({ how: 'PAPER' })] }), LENA, null],
    ['what was taken back before it was opened', fileWith({ planRecipients: [handed({ givenOn: null })] }), LENA, null],
    ['without the consent to copies: its own part stays', fileWith(scopes('MEETING')), LENA, 'OWN'],
    [
      'handed without it, a consent that came later opens nothing by itself',
      fileWith({ planRecipients: [handed({ whole: false })] }),
      LENA,
      'OWN',
    ],
    [
      'the consent has ended: its own part stays',
      fileWith({ consents: fileWith().consents.map((row) => ({ ...row, validToOn: today.subtract({ days: 1 }) })) }),
      LENA,
      'OWN',
    ],
    ['the scope of copies was taken back', fileWith(back({ scope: 'SCOPE', ofScope: 'PLAN_COPY' })), LENA, 'OWN'],
    ['the unit was taken out', fileWith(back({ scope: 'PARTY', unitId: 'bup-1' })), LENA, null],
    ['all was taken back', fileWith(back({ scope: 'ALL' })), LENA, null],
    ['the case rests', fileWith({}, { status: 'STOPPED' }), LENA, null],
    ['the case is over', fileWith({}, { status: 'CLOSED' }), LENA, null],
    ['on paper only', fileWith({}, { safety: 'RESTRICTED' }), LENA, null],
    [
      'of age by now, and has not said yes',
      fileWith({}, { ageBand: 'A15_17', turns18On: today.with({ day: 1 }) }),
      LENA,
      null,
    ],
    ['said to be 18 to 20 by now, and has not said yes', fileWith({}, { ageBand: 'A18_20' }), LENA, null],
    ['while the follow-up is prepared it stands', fileWith({}, { status: 'PREPARING' }), LENA, 'WHOLE'],
  ];
  it.each(CASES)('%s', (_, file, who, may) => {
    expect(reads(file, who)).toBe(may);
  });

  test('the newest version that the unit was handed decides, and who has that', () => {
    const two = { plans: [plan(1), plan(2)] };
    const notHanded = fileWith(two);
    expect(readableCopy(LENA, notHanded, today)?.plan.version).toBe(1);
    const both = fileWith({ ...two, planRecipients: [handed(), handed({ planId: 'plan-2', personId: 'petra' })] });
    expect(readableCopy(PETRA, both, today)?.plan.version).toBe(2);
    expect(readableCopy(LENA, both, today)).toBeNull();
    // Cards stand for those who have that one, and for a colleague in their place.
    const readers = (file: CaseFile) => copyReaders(file).map(({ personId }) => personId);
    expect(readers(both)).toEqual(['petra']);
    expect(readers(fileWith({ planRecipients: [handed({ letInId: 'petra' })] }))).toEqual(['lena', 'petra']);
    expect(readers(fileWith({ planRecipients: [handed({ how: 'PAPER' })] }))).toEqual([]);
  });

  test('only who was handed it lets somebody else in', () => {
    const file = fileWith({ planRecipients: [handed({ letInId: 'petra' })] });
    expect([mayLetIn(LENA, file, null, today), mayLetIn(PETRA, file, null, today)]).toEqual([true, false]);
  });

  test('it is a copy: what was done, or said yes to, after the lock is not in it', () => {
    const measures = [
      ofUnit('bup-1', 1, { state: 'DONE', doneAt: now, doneById: 'lena', acceptedOn: today }),
      ofUnit('bup-1', 2, { state: 'DONE', doneAt: lockedAt.subtract({ hours: 1 }), acceptedOn: dayOf(lockedAt) }),
    ];
    const file = fileWith({ measures });
    const [after, before] = asLocked(file, plan(1)).measures;
    expect(after).toMatchObject({ state: 'ONGOING', doneAt: null, doneById: null, acceptedOn: null });
    expect(before).toEqual(measures[1]);
    const copy = readableCopy(LENA, file, today);
    expect(copy && contentOf(file, copy, today).file.measures[0]?.state).toBe('ONGOING');
    expect(copy && contentOf(file, copy, today).today.toString()).toBe('2027-03-20');
  });

  test('what is new is said of the unit’s own, since the version that it had', () => {
    const measures = [
      ofUnit('bup-1', 1),
      ofUnit('bup-1', 2),
      ofUnit('bup-1', 3),
      ofUnit('social-1', 4),
      ofUnit('social-1', 5),
      // One has a new day, one is gone, one came from another unit; what the others do is not counted.
      ofUnit('bup-1', 11, { planId: 'plan-2', rootId: 'm-1', dueOn: today.add({ days: 9 }) }),
      ofUnit('bup-1', 12, { planId: 'plan-2', rootId: 'm-2' }),
      ofUnit('bup-1', 14, { planId: 'plan-2', rootId: 'm-4' }),
      ofUnit('social-1', 15, { planId: 'plan-2', rootId: 'm-5', dueOn: today.add({ days: 9 }) }),
    ];
    const news = (...versions: number[]) => {
      const planRecipients = versions.map((version) => handed({ planId: `plan-${version}` }));
      const file = fileWith({ plans: [plan(1), plan(2)], measures, planRecipients });
      const copy = readableCopy(LENA, file, today);
      return copy && newsForUnit(file, copy);
    };
    expect(news(1, 2)).toEqual({ NEW: 1, NEW_DAY: 1, DONE: 0, DROPPED: 1 });
    expect(news(2)).toBeNull();
    // A version in between that they never had is none that they know of.
    const days = [1, 2, 2].map((days) => today.add({ days }));
    const planRecipients = [1, 3].map((version) => handed({ planId: `plan-${version}` }));
    const skipped = fileWith({
      plans: [plan(1), plan(2), plan(3)],
      measures: days.map((dueOn, n) => ofUnit('bup-1', n, { planId: `plan-${n + 1}`, rootId: 'first', dueOn })),
      planRecipients,
    });
    const copy = readableCopy(LENA, skipped, today);
    expect(copy && newsForUnit(skipped, copy)?.NEW_DAY).toBe(1);
  });
});

describe('who is handed the plan', () => {
  test('who was called, who has promised something, who holds it together; not the unit whose file it is', () => {
    const owned = plan(1, { ownerUnitId: 'hab-1' });
    const parties = ['school-1', 'social-1', 'bup-1', 'hab-1'];
    const file = fileWith({ plans: [owned], consents: fileWith().consents.map((row) => ({ ...row, parties })) });
    expect(planReceivers(file, owned, today)).toEqual([
      { unitId: 'bup-1', whole: true },
      { unitId: 'social-1', whole: true },
      { unitId: 'hab-1', whole: true },
    ]);
    const own = plan(1, { ownerUnitId: 'school-1' });
    expect(planReceivers({ ...file, plans: [own] }, own, today).map(({ unitId }) => unitId)).not.toContain('school-1');
  });

  test('nobody whom the consent does not name any more, nor anybody before a young person’s own yes', () => {
    const units = (file: CaseFile) => planReceivers(file, plan(1), today).map(({ unitId }) => unitId);
    expect(units(fileWith())).toEqual(['bup-1', 'social-1']);
    expect(units(fileWith(back({ scope: 'PARTY', unitId: 'bup-1' })))).toEqual(['social-1']);
    expect(units(fileWith({}, { ageBand: 'A15_17', turns18On: today.subtract({ days: 20 }) }))).toEqual([]);
    // What the family does itself is handed to no unit.
    const atHome = [ofUnit('social-1', 1, { actor: 'GUARDIAN' })];
    expect(units(fileWith({ measures: atHome, participants: [] }))).toEqual([]);
  });

  test('the whole with the consent to copies, and else its own part', () => {
    const whole = (file: CaseFile) => planReceivers(file, plan(1), today).map((one) => one.whole);
    expect([whole(fileWith()), whole(fileWith(scopes('MEETING')))]).toEqual([
      [true, true],
      [false, false],
    ]);
    const over = { validToOn: today.subtract({ days: 1 }) };
    const ended = fileWith({ consents: fileWith().consents.map((row) => ({ ...row, ...over })) });
    expect(whole(ended)).toEqual([false, false]);
  });

  const proposed = (file: CaseFile, people?: Person[]) =>
    Object.fromEntries(handingsOf(momentOf(file, people)).map(({ unitId, chosen }) => [unitId, chosen]));

  test('in the chat of who was called and came; nobody is guessed where a unit sent nobody', () => {
    expect(proposed(fileWith({ planRecipients: [] }))).toEqual({ 'bup-1': 'TEAMS:lena', 'social-1': null });
    expect(proposed(fileWith({ planRecipients: [] }), [PETRA])).toEqual({ 'bup-1': null, 'social-1': null });
    // Who had the version before, where nobody was called by name.
    const measures = [ofUnit('bup-1', 11, { planId: 'plan-2' })];
    const had = { planRecipients: [handed({ personId: 'petra' })] };
    const later = { plans: [plan(1), plan(2)], participants: [], measures, ...had };
    expect(proposed(fileWith(later))['bup-1']).toBe('TEAMS:petra');
    // As they had it before, where that was on paper.
    const onPaper = handed({ how: 'PAPER', personId: null });
    const again = { plans: [plan(1), plan(2)], measures, planRecipients: [onPaper] };
    expect(proposed(fileWith(again))['bup-1']).toBe('PAPER');
  });

  test('who can have it: those who are at the unit now, who came before who was called', () => {
    const choices = (people: Person[], file = fileWith({ planRecipients: [] })) =>
      handingsOf(momentOf(file, people))[0]?.ways;
    expect(choices([LENA, PETRA, SAMIRA])).toEqual(['TEAMS:lena', 'TEAMS:petra', 'PAPER', 'SECURE_POST']);
    expect(choices([{ ...LENA, active: false }, PETRA, SAMIRA])?.[0]).toBe('TEAMS:petra');
    expect(choices([{ ...LENA, unitId: 'social-1' }, PETRA])?.[0]).toBe('TEAMS:petra');
    const row = (personId: string, attendance: 'ABSENT' | 'IN_ROOM') =>
      participantRow(MEETING, { unitId: 'bup-1', personId, attendance });
    const both = fileWith({ planRecipients: [], participants: [row('petra', 'ABSENT'), row('lena', 'IN_ROOM')] });
    expect(choices([PETRA, LENA], both)?.slice(0, 2)).toEqual(['TEAMS:lena', 'TEAMS:petra']);
    expect(proposed(both)['bup-1']).toBe('TEAMS:lena');
  });

  test('not while the next version is written, nor once the case rests', () => {
    const may = (status: CaseFile['case']['status']) => mayHand(fileWith({}, { status }));
    expect([may('PLAN_ACTIVE'), may('PREPARING'), may('INVITED')]).toEqual([true, true, true]);
    expect([may('MEETING'), may('STOPPED'), may('CLOSED')]).toEqual([false, false, false]);
  });

  function pressed(file: CaseFile, way: Way | null, people?: Person[], unitId = 'bup-1') {
    const moment = momentOf(file, people);
    const to = handingsOf(moment).find((one) => one.unitId === unitId);
    if (!to) throw new Error('no such receiver');
    return withChanges(file, handPlan(moment, to, { way, by: 'karin', newId: 'new' })).planRecipients;
  }

  test('once a version: pressed again it is the same row; what nobody has opened can be handed otherwise', () => {
    const none = fileWith({ planRecipients: [] });
    const [first] = pressed(none, 'TEAMS:lena');
    expect(first).toMatchObject({ id: 'new', planId: 'plan-1', whole: true, givenOn: today, givenById: 'karin' });
    const has = fileWith({ planRecipients: [handed({ id: 'row' })] });
    expect(pressed(has, 'TEAMS:lena')).toEqual(has.planRecipients);
    expect(pressed(has, 'PAPER')).toEqual([expect.objectContaining({ id: 'row', how: 'PAPER', personId: null })]);
    expect(pressed(has, null)).toEqual([expect.objectContaining({ id: 'row', givenOn: null, personId: null })]);
    const opened = fileWith({ planRecipients: [handed({ arrivedOn: today })] });
    expect(pressed(opened, 'PAPER')).toEqual(opened.planRecipients);
  });

  test('who has left before it was opened: it counts as not handed, and somebody else has it in the same row', () => {
    const file = fileWith({ planRecipients: [handed({ id: 'row', letInId: 'petra' })] });
    expect(handedSoFar(momentOf(file))).toEqual({ done: 1, all: 2 });
    const gone = [{ ...LENA, active: false }, PETRA];
    expect(handedSoFar(momentOf(file, gone))).toEqual({ done: 0, all: 2 });
    expect(handedSoFar(momentOf(file, [{ ...LENA, unitId: 'social-1' }, PETRA]))).toEqual({ done: 0, all: 2 });
    // What is in the unit's own file is there, whoever has left.
    const filed = fileWith({ planRecipients: [handed({ arrivedOn: today, filedOn: today })] });
    expect(handedSoFar(momentOf(filed, gone))).toEqual({ done: 1, all: 2 });
    expect(pressed(filed, 'TEAMS:petra', gone)).toEqual(filed.planRecipients);
    expect(pressed(file, null, gone)).toEqual(file.planRecipients);
    expect(pressed(file, 'TEAMS:petra', gone)).toEqual([
      expect.objectContaining({ id: 'row', personId: 'petra', letInId: null, arrivedOn: null }),
    ]);
  });

  test('who was handed its own part has not got all of it once the consent lets it have the whole', () => {
    const part = { planRecipients: [handed({ whole: false, arrivedOn: today })] };
    expect(handedSoFar(momentOf(fileWith(part)))).toEqual({ done: 0, all: 2 });
    expect(handedSoFar(momentOf(fileWith({ ...part, ...scopes('MEETING') })))).toEqual({ done: 1, all: 2 });
  });

  test('a colleague who was let in to the version before is to this one, while there', () => {
    const later = { plans: [plan(1), plan(2)], planRecipients: [handed({ letInId: 'petra' })] };
    expect(pressed(fileWith(later), 'TEAMS:lena').at(-1)).toMatchObject({ planId: 'plan-2', letInId: 'petra' });
    expect(pressed(fileWith(later), 'TEAMS:lena', [LENA]).at(-1)?.letInId).toBeNull();
    expect(pressed(fileWith(later), 'PAPER').at(-1)?.letInId).toBeNull();
  });

  test('the consent covers copies by now: the whole is handed, also where its own part was opened', () => {
    const own = fileWith({ planRecipients: [handed({ id: 'row', whole: false, arrivedOn: today })] });
    expect(pressed(own, 'TEAMS:lena')).toEqual([expect.objectContaining({ id: 'row', whole: true, arrivedOn: null })]);
    // What they opened, and put in their file, was their own part: it stands, and says nothing of the whole.
    const filed = fileWith({ planRecipients: [handed({ id: 'row', whole: false, arrivedOn: today, filedOn: today })] });
    expect(pressed(filed, 'TEAMS:lena')).toEqual([expect.objectContaining({ whole: true, filedOn: null })]);
    expect(pressed(filed, null)).toEqual(filed.planRecipients);
    expect(pressed(own, null)).toEqual(own.planRecipients);
  });
});
