/** Every field of a plan × every reader, as the table says it: what is not theirs is not in what they are told from. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import { PLAN_READERS, type PlanReader, planFor, READ_BY } from '../../domain/plan-readers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Goal, Measure, Need, OpenPoint, Plan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, consentRow, participantRow, talkRow } from '../support/case-rows.ts';

const at = Temporal.Instant.from('2027-03-01T12:00:00Z');
const day = Temporal.PlainDate.from('2027-03-20');
const ofRow = { planId: 'plan', rootId: 'root', ordinal: 7, revision: 3 };

/** Every field has something, so that what is kept is told from what is not. */
const PLAN: Plan = {
  id: 'plan',
  caseId: 'case',
  meetingId: 'meeting',
  version: 2,
  question: 'QUESTION',
  childGoal: 'OWN WORDS',
  childGoalMissing: 'CHILD_DECLINED',
  ownWordsInPlan: 'YES',
  works: 'WORKS',
  worksNot: 'WORKS NOT',
  principal: 'REGION',
  ownerUnitId: 'bup-1',
  ownerPersonId: 'person-1',
  responsibilityByOn: day,
  crisisWhere: 'CRISIS',
  childTellerRole: 'CONVENER',
  childTellByOn: day,
  childToldOn: day,
  childToldRole: 'CONVENER',
  childUnderstood: 'SEEMED_TO',
  consentAnswer: 'STANDS',
  consentAnsweredAt: at,
  childPage: 'CHILD PAGE',
  followUpOn: day,
  followUpAt: at,
  followUpEndAt: at,
  followUpPlaceId: 'place',
  followUpFamilyYes: true,
  lockedAt: at,
  remindedOn: day,
  revision: 3,
};
const NEED: Need = { id: 'need', ...ofRow, text: 'NEED' };
const GOAL: Goal = { id: 'goal', ...ofRow, text: 'GOAL', needId: 'need', term: 'LATER', own: true };
const MEASURE: Measure = {
  id: 'measure',
  ...ofRow,
  goalId: 'goal',
  what: 'WHAT',
  unitId: 'bup-1',
  personId: 'person-2',
  appointByOn: day,
  startOn: day,
  dueOn: day,
  actor: null,
  afterRootId: 'other',
  often: 'OFTEN',
  sign: 'SIGN',
  acceptedOn: day,
  previousId: 'before',
  state: 'DONE',
  doneAt: at,
  doneById: 'person-2',
};
const OPEN_POINT: OpenPoint = { id: 'point', ...ofRow, unitId: 'soc-1', text: 'POINT', decideByOn: day };
const ROWS = { plan: PLAN, need: NEED, goal: GOAL, measure: MEASURE, openPoint: OPEN_POINT };

const file: CaseFile = caseFile(caseRow({ id: 'case' }), {
  plans: [PLAN],
  needs: [NEED],
  goals: [GOAL],
  measures: [
    MEASURE,
    { ...MEASURE, id: 'theirs', unitId: 'soc-1', what: 'OTHERS' },
    { ...MEASURE, id: 'family', actor: 'GUARDIAN', what: 'AT HOME' },
  ],
  openPoints: [OPEN_POINT],
  participants: [participantRow('meeting', { declineReason: 'NO_MANDATE', mail: 'secret@soc.example' })],
  talks: [talkRow('case', { words: 'TALK', wants: ['WISH'] })],
  consents: [consentRow('case', { originalLocation: 'FORM' })],
});

const told = (reader: PlanReader) => planFor(reader, 'bup-1', file);
const rowOf = (reader: PlanReader, table: keyof typeof ROWS): Record<string, unknown> | undefined =>
  (told(reader)[`${table}s`] as { id: string }[]).find(({ id }) => id === ROWS[table].id);

/** Words without which a row is none. */
const WORDS: Partial<Record<keyof typeof ROWS, string>> = { need: 'text', goal: 'text', openPoint: 'text' };

const cells = (Object.keys(ROWS) as (keyof typeof ROWS)[]).flatMap((table) =>
  PLAN_READERS.map((reader) => [table, reader] as const),
);

describe('PDL 5:4, every field of the plan × every reader', () => {
  it.each(cells)('%s, to %s: exactly what the table says', (table, reader) => {
    const row = rowOf(reader, table);
    const fields = READ_BY[table] as Record<string, readonly PlanReader[]>;
    const words = WORDS[table];
    if (words && !fields[words]?.includes(reader)) return expect(row).toBeUndefined();
    const read = Object.entries(ROWS[table]).flatMap(([field, value]) => (row?.[field] === value ? [field] : []));
    const may = Object.keys(fields).filter((field) => fields[field]?.includes(reader));
    // Of what is null already nothing can be told.
    expect(read.filter((field) => (ROWS[table] as Record<string, unknown>)[field] !== null).sort()).toEqual(
      may.filter((field) => (ROWS[table] as Record<string, unknown>)[field] !== null).sort(),
    );
  });

  test('who works in the case reads all of it', () => {
    for (const fields of Object.values(READ_BY))
      for (const [field, readers] of Object.entries(fields)) expect(readers, field).toContain('TEAM');
  });

  /** What must never be moved in the table by mistake: the test above would go along with it. */
  const FAMILYS = ['plan.followUpFamilyYes', 'plan.consentAnswer', 'plan.consentAnsweredAt', 'plan.childPage'];
  const OF_THE_CHILD = ['plan.childGoalMissing', 'plan.childToldOn', 'plan.childToldRole', 'plan.childUnderstood'];
  const WORDS_OF_OTHERS = [
    ...['plan.question', 'plan.childGoal', 'plan.works', 'plan.worksNot', 'plan.crisisWhere'],
    ...['need.text', 'goal.text', 'openPoint.text', 'measure.afterRootId'],
  ];
  const OF_THE_UNITS = ['plan.principal', 'plan.ownerPersonId', 'measure.sign', 'measure.often', 'measure.doneById'];
  const NEVER: Record<Exclude<PlanReader, 'TEAM'>, string[]> = {
    UNIT_WHOLE: [...FAMILYS, ...OF_THE_CHILD, 'plan.remindedOn', 'measure.doneById'],
    UNIT_OWN: [...FAMILYS, ...OF_THE_CHILD, ...WORDS_OF_OTHERS, 'plan.remindedOn', 'measure.doneById'],
    HOME: [...OF_THE_CHILD, 'plan.consentAnswer', 'plan.childPage', 'plan.remindedOn', 'measure.doneById'],
    CHILD: [...OF_THE_CHILD, ...OF_THE_UNITS, 'plan.followUpFamilyYes', 'plan.consentAnswer', 'plan.worksNot'],
    CHANNEL: [...FAMILYS, ...OF_THE_CHILD, ...WORDS_OF_OTHERS, ...OF_THE_UNITS, 'measure.what', 'measure.personId'],
  };

  it.each(Object.entries(NEVER) as [PlanReader, string[]][])(
    'never to %s, whatever the table says',
    (reader, fields) => {
      const given = fields.filter((name) => {
        const [table = 'plan', field = ''] = name.split('.') as [keyof typeof ROWS, string];
        const value = (ROWS[table] as Record<string, unknown>)[field];
        expect(value, name).toBeTruthy();
        return rowOf(reader, table)?.[field] === value;
      });
      expect(given).toEqual([]);
    },
  );

  test('a unit without a copy is told from its own promises, and of nobody else’s', () => {
    expect(told('UNIT_OWN').measures.map(({ what }) => what)).toEqual(['WHAT']);
    expect(told('UNIT_WHOLE').measures.map(({ what }) => what)).toEqual(['WHAT', 'OTHERS', 'AT HOME']);
    expect(told('CHANNEL').measures.map(({ what }) => what)).toEqual(['', '']);
  });

  test('no talk, wish, form, answer or delivery is in what anybody is told from', () => {
    for (const reader of PLAN_READERS) {
      const text = JSON.stringify(told(reader));
      for (const secret of ['TALK', 'WISH', 'FORM', 'NO_MANDATE', 'secret@', 'planRecipients'])
        expect(text, `${reader}: ${secret}`).not.toContain(secret);
    }
  });

  test('words without a yes of their own are in nobody’s, but where they are asked about', () => {
    for (const ownWordsInPlan of ['NO', 'ASK_LATER'] as const) {
      const asked = { ...file, plans: [{ ...PLAN, ownWordsInPlan }] };
      for (const reader of PLAN_READERS)
        expect(JSON.stringify(planFor(reader, 'bup-1', asked)), reader).not.toContain('OWN WORDS');
    }
  });
});
