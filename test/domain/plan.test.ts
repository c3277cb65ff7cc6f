import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type GapName,
  gapsInPlan,
  isDueTooEarly,
  type PlanWarning,
  REQUIREMENTS,
  WARNINGS,
  warningsOnPlan,
} from '../../domain/plan.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Goal, Measure, Need, Plan } from '../../domain/rows/plan.ts';
import { newGoal, newMeasure, newNeed, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const row = caseRow({ status: 'MEETING' });
const meeting = meetingRow(row.id, { status: 'SENT', startAt: Temporal.Instant.from('2027-03-10T12:00:00Z') });
const plan = newPlan({
  id: 'plan',
  caseId: row.id,
  meetingId: meeting.id,
  version: 1,
  childGoal: 'Sova gott.',
  ownWordsInPlan: 'YES',
  principal: 'REGION',
  ownerUnitId: 'social-1',
  childTellerRole: 'CONVENER',
  childTellByOn: day('2027-03-11'),
  followUpOn: day('2027-05-10'),
});
const need = newNeed({ id: 'need', planId: 'plan', ordinal: 1, text: 'Sova.' });
const goal = newGoal({ id: 'goal', planId: 'plan', ordinal: 1, text: 'Sömn.', needId: 'need' });
const measure = newMeasure({
  id: 'measure',
  planId: 'plan',
  goalId: 'goal',
  ordinal: 1,
  what: 'Samtal.',
  unitId: 'social-1',
  personId: 'person-2',
  dueOn: day('2027-04-01'),
});
const consents = [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })];
const file = (set: Partial<CaseFile> = {}): CaseFile =>
  caseFile(row, {
    consents,
    meetings: [meeting],
    participants: [participantRow(meeting.id, { attendance: 'IN_ROOM' })],
    plans: [plan],
    needs: [need],
    goals: [goal],
    measures: [measure],
    ...set,
  });
const gapsIn = (one: CaseFile) => gapsInPlan(one).map(({ gap }) => gap);
const gaps = (set?: Partial<CaseFile>) => gapsIn(file(set));
const warnings = (set?: Partial<CaseFile>) => warningsOnPlan(file(set)).map(({ key }) => key);
const without = (set: Partial<Plan>) => ({ plans: [{ ...plan, ...set }] });
const ongoing = (set: Partial<Measure>) => ({ measures: [{ ...measure, ...set }] });

test('T20: with what the law and practice require it may be locked', () => {
  expect(gaps()).toEqual([]);
  expect(warnings()).toEqual([]);
});

/** For each rule the plan that breaks it and no other: a rule without its plan does not compile. */
const BREAKS: Record<GapName, Partial<CaseFile>> = {
  attendance: {
    participants: [
      participantRow(meeting.id, { attendance: 'IN_ROOM' }),
      participantRow(meeting.id, { mail: 'b@b.example' }),
    ],
  },
  childVoice: without({ childGoal: null }),
  need: { needs: [], goals: [{ ...goal, needId: null }] },
  goal: { goals: [], measures: [{ ...measure, goalId: null }] },
  measure: { measures: [] },
  measureWhen: ongoing({ dueOn: day('2027-03-09') }),
  measureWho: ongoing({ unitId: 'bup-1' }),
  principal: without({ principal: null }),
  owner: without({ ownerUnitId: null }),
  followUp: without({ followUpOn: null }),
  childTeller: without({ childTellerRole: null }),
  childTellBy: without({ childTellByOn: null }),
};

describe('T18, T20, E: each rule stops the plan by its name, and no other does', () => {
  test.each(REQUIREMENTS.map(({ gap }) => gap))('%s', (gap) => {
    expect(gaps(BREAKS[gap])).toEqual([gap]);
  });

  test.each<[GapName, Partial<CaseFile>]>([
    ['followUp', without({ followUpOn: day('2027-03-10') })],
    ['childTellBy', without({ childTellByOn: day('2027-03-18') })],
    ['childTellBy', without({ childTellByOn: day('2027-03-09') })],
    ['measure', ongoing({ actor: 'CHILD' })],
  ])('%s: also where something is there that is not enough', (gap, set) => {
    expect(gaps(set)).toEqual([gap]);
  });

  test.each<[string, Partial<CaseFile>]>([
    [
      'why the child has said nothing stands for what the child wants',
      without({ childGoal: null, ownWordsInPlan: null, childGoalMissing: 'CHILD_DECLINED' }),
    ],
    ['the child does not want its words in the plan', without({ childGoal: null, ownWordsInPlan: 'NO' })],
    ['the child is asked later', without({ childGoal: null, ownWordsInPlan: 'ASK_LATER' })],
    ['a measure that goes on has no last day', ongoing({ dueOn: null })],
    ['one that is done may have a day that has been', ongoing({ dueOn: day('2027-01-01'), state: 'DONE' })],
    [
      "what the child does has no day and is nobody's promise",
      { measures: [measure, { ...measure, id: 'own', actor: 'CHILD', dueOn: day('2027-01-01'), unitId: 'bup-1' }] },
    ],
    [
      'the managers decide who answers for it',
      without({ principal: null, ownerUnitId: null, responsibilityByOn: day('2027-03-20') }),
    ],
    ['the child is told a week after the meeting', without({ childTellByOn: day('2027-03-17') })],
  ])('%s', (_, set) => {
    expect(gaps(set)).toEqual([]);
  });

  test('nobody tells somebody of age: they have the plan', () => {
    const youth = {
      ...file(without({ childTellerRole: null, childTellByOn: null })),
      case: { ...row, ageBand: 'A18_20' as const },
      consents: [consentRow(row.id, { givenBy: 'YOUTH' })],
    };
    expect(gapsIn(youth)).toEqual([]);
  });
});

/** For each warning the plan that it is said of, and it alone. */
const WARNS: Record<PlanWarning, Partial<CaseFile>> = {
  'warn.needWithoutGoal': { needs: [need, { ...need, id: 'second', ordinal: 2 }] },
  'warn.goalWithoutMeasure': { goals: [goal, { ...goal, id: 'second', ordinal: 2 }] },
  'warn.oneUnit': { measures: [measure, { ...measure, id: 'other' }] },
  'warn.followUpFar': {
    ...without({ followUpOn: day('2027-09-11') }),
    consents: consents.map((one) => ({ ...one, validToOn: day('2028-01-01') })),
  },
  'warn.consentEnds': {
    ...without({ followUpOn: day('2027-05-10') }),
    consents: consents.map((one) => ({ ...one, validToOn: day('2027-05-09') })),
  },
};

describe('T20, W: what is worth a thought stops nothing', () => {
  test.each(WARNINGS.map(({ key }) => key))('%s', (key) => {
    expect(warnings(WARNS[key])).toEqual([key]);
    expect(gaps(WARNS[key])).toEqual([]);
  });

  test('two units share the work, and what the child does counts for nobody', () => {
    const more = { ...measure, id: 'other' };
    expect(warnings({ measures: [measure, { ...more, unitId: 'school-1' }] })).toEqual([]);
    expect(warnings({ measures: [measure, { ...more, actor: 'CHILD' }] })).toEqual([]);
    expect(warnings(without({ followUpOn: day('2027-08-25') }))).toEqual([]);
  });
});

/** What the program keeps of a row for itself, and what becomes of it after the plan is locked. */
type Own = 'id' | 'caseId' | 'meetingId' | 'planId' | 'rootId' | 'previousId' | 'ordinal' | 'version' | 'revision';
type Later =
  | 'childToldOn'
  | 'childToldRole'
  | 'childUnderstood'
  | 'childPage'
  | 'lockedAt'
  | 'remindedOn'
  | 'state'
  | 'doneAt'
  | 'doneById'
  | 'acceptedOn';
type Asked<R> = Record<Exclude<keyof R, Own | Later>, GapName | PlanWarning | null>;

/**
 * Every field of a plan, and what is said where it is empty: a rule, a warning, or nothing. A field that is added does
 * not compile until it is said here.
 */
const EMPTY: { plan: Asked<Plan>; need: Asked<Need>; goal: Asked<Goal>; measure: Asked<Measure> } = {
  plan: {
    question: null,
    childGoal: 'childVoice',
    childGoalMissing: null,
    ownWordsInPlan: 'childVoice',
    works: null,
    worksNot: null,
    principal: 'principal',
    ownerUnitId: 'owner',
    ownerPersonId: null,
    responsibilityByOn: null,
    crisisWhere: null,
    childTellerRole: 'childTeller',
    childTellByOn: 'childTellBy',
    followUpOn: 'followUp',
    followUpAt: null,
    followUpEndAt: null,
    followUpPlaceId: null,
    followUpFamilyYes: null,
  },
  need: { text: null },
  goal: { text: null, needId: 'warn.needWithoutGoal', term: null, own: null },
  measure: {
    goalId: 'warn.goalWithoutMeasure',
    what: null,
    unitId: 'measureWho',
    personId: null,
    appointByOn: null,
    startOn: null,
    dueOn: null,
    actor: null,
    afterRootId: null,
    often: null,
    sign: null,
  },
};

describe('T20: every field of a plan stops it, warns or may be empty', () => {
  const rows = { plan, need, goal, measure };
  const cases = (Object.keys(EMPTY) as (keyof typeof EMPTY)[]).flatMap((table) =>
    Object.entries(EMPTY[table]).map(([field, said]) => [table, field, said] as const),
  );
  test.each(cases)('%s.%s: %s', (table, field, said) => {
    const empty = { ...rows[table], [field]: table === 'measure' && field === 'unitId' ? '' : null };
    const set = { [`${table}s`]: [empty] } as Partial<CaseFile>;
    const isGap = REQUIREMENTS.some(({ gap }) => gap === said);
    expect(gaps(set)).toEqual(isGap ? [said] : []);
    expect(warnings(set)).toEqual(said !== null && !isGap ? [said] : []);
  });
});

test('a measure is due on the day of the meeting at the earliest', () => {
  expect(isDueTooEarly(file(), day('2027-03-09'))).toBe(true);
  expect(isDueTooEarly(file(), day('2027-03-10'))).toBe(false);
});
