/**
 * What is drawn for each reader of a plan goes by the table of readers (`domain/plan-readers.ts`): a canary in every
 * typed field of it, looked for on cards and papers, and nothing else of the case makes any difference to a copy.
 */
import { describe, expect, it, test } from 'vitest';
import { renderStanding } from '../../bot/engine/render.ts';
import { planOf } from '../../bot/print/plan-of.ts';
import { LANGUAGES, SUPPORTS, WISHES } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import { type PlanReader, READ_BY } from '../../domain/plan-readers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Measure, Plan } from '../../domain/rows/plan.ts';
import type { PlanRecipient } from '../../domain/rows/plan-recipient.ts';
import { talkRow, withdrawalRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, registerWith, viewOf } from '../support/case-views.ts';

const register = registerWith();

/** The words that are typed, by their field. */
const TYPED = {
  plan: ['question', 'childGoal', 'works', 'worksNot', 'crisisWhere', 'childPage'],
  need: ['text'],
  goal: ['text'],
  measure: ['what', 'often', 'sign'],
  openPoint: ['text'],
} as const;
const FIELDS = Object.entries(TYPED).flatMap(([table, fields]) => fields.map((field) => `${table}.${field}`));
const canary = (field: string) => `kanarie-${field}`;
const withCanaries = <R extends object>(table: keyof typeof TYPED, row: R): R => ({
  ...row,
  ...Object.fromEntries(TYPED[table].map((field) => [field, canary(`${table}.${field}`)])),
});

/** Locked, with a copy for BUP, whose one measure it is. `whole`: the consent lets it have all of it. */
function fileWith(whole: boolean, set: Partial<CaseFile> = {}): CaseFile {
  const full = fullFile({ status: 'PLAN_ACTIVE' }, ['GUARDIAN_1', 'GUARDIAN_2']);
  return {
    ...full,
    meetings: full.meetings.map((row) => ({ ...row, status: 'HELD' as const })),
    consents: full.consents.map((row) => (whole ? row : { ...row, scopes: ['MEETING', 'BETWEEN_MEETINGS'] as const })),
    plans: full.plans.map((row): Plan => {
      return { ...withCanaries('plan', row), ownWordsInPlan: 'YES', lockedAt: NOW, childGoalMissing: null };
    }),
    needs: full.needs.map((row) => withCanaries('need', row)),
    goals: full.goals.map((row) => withCanaries('goal', row)),
    measures: full.measures.map((row): Measure => {
      return { ...withCanaries('measure', row), unitId: 'bup-dalsland', personId: null };
    }),
    openPoints: full.openPoints.map((row) => withCanaries('openPoint', row)),
    ...set,
  } as CaseFile;
}

const card = (page: PageName, file: CaseFile) => JSON.stringify(cardOf(page, viewOf(page, file, 'sv', register)));
const paper = (file: CaseFile) => {
  const [plan] = file.plans;
  const { today, now } = viewOf('plan', file, 'sv', register);
  if (!plan) throw new Error('a plan is needed');
  return planOf({ file, register, now, today }, plan, 'sv');
};
const partyPaper = (file: CaseFile) =>
  JSON.stringify(paper(file).parties.find(({ unit }) => unit === 'BUP Dalsland')?.plan);
const familyPaper = (file: CaseFile) => JSON.stringify({ ...paper(file), parties: [] });

const DRAWN: [what: string, reader: PlanReader, text: string][] = [
  ['the convener’s page of the plan', 'TEAM', card('plan', fileWith(true))],
  ['a copy of the whole', 'UNIT_WHOLE', card('delivered-open', fileWith(true))],
  ['a unit’s own part', 'UNIT_OWN', card('delivered-open', fileWith(false))],
  ['the text to paste, with a copy of the whole', 'UNIT_OWN', card('own-text', fileWith(true))],
  ['the text to paste, without', 'UNIT_OWN', card('own-text', fileWith(false))],
  ['a party’s paper, the whole', 'UNIT_WHOLE', partyPaper(fileWith(true))],
  ['a party’s paper, its own part', 'UNIT_OWN', partyPaper(fileWith(false))],
  ['the family’s paper', 'HOME', familyPaper(fileWith(true))],
  ['a measure in the channel', 'CHANNEL', card('measure', fileWith(true))],
];

test('who tells the child is said to everybody who reads it, and not to the one who calls', () => {
  for (const page of ['plan', 'delivered-open', 'readback', 'screen'] as const) {
    expect(card(page, fileWith(true)), page).not.toContain('Du som kallar');
  }
  expect(card('delivered-open', fileWith(true))).toContain('Den som kallade till mötet');
});

describe('PDL 5:4, every typed field of the plan × every reader', () => {
  it.each(DRAWN)('%s', (_, reader, text) => {
    const may = FIELDS.filter((one) => {
      const [table = '', field = ''] = one.split('.');
      return (READ_BY[table as keyof typeof READ_BY] as Record<string, readonly PlanReader[]>)[field]?.includes(reader);
    });
    const shown = FIELDS.filter((one) => text.includes(canary(one)));
    // The child's own page is read where it is made.
    expect(shown).toEqual(may.filter((one) => one !== 'plan.childPage'));
  });

  test('what a measure in the channel opens: its goal is for the team, and for a unit with a copy of the whole', () => {
    const opened = (whole: boolean, viewer = 'Lena Hassel') => {
      const file = fileWith(whole);
      const measures = file.measures.map((row) => ({ ...row, goalId: file.goals[0]?.id ?? null }));
      const view = viewOf('measure-open', { ...file, measures }, 'sv', register);
      const person = register.people.find(({ name }) => name === viewer);
      if (!person) throw new Error(viewer);
      const theirs = { ...view, viewer: { ...person, tenantId: file.case.tenantId } };
      const text = JSON.stringify(cardOf('measure-open', theirs));
      return FIELDS.filter((one) => text.includes(canary(one)));
    };
    expect(opened(true)).toEqual(['goal.text', 'measure.what']);
    expect(opened(false)).toEqual(['measure.what']);
    expect(opened(false, 'Karin Ek')).toEqual(['goal.text', 'measure.what']);
  });

  test('a canary would be found in each of them', () => {
    const found = (text: string) => FIELDS.filter((one) => text.includes(canary(one)));
    expect(found(JSON.stringify(fileWith(true)))).toEqual(FIELDS);
  });

  it.each(['delivered', 'hand'] as const)('%s stands without a word that somebody typed', (page) => {
    for (const language of LANGUAGES)
      for (const whole of [true, false]) {
        const { posting, file } = viewOf(page, fileWith(whole), language, register);
        const standing = renderStanding(posting, file, { files: [], total: 0 }, register, NOW);
        expect(JSON.stringify(standing)).not.toContain('kanarie');
      }
  });
});

describe('a party sees nothing else of the case', () => {
  const plain = (whole: boolean) => fileWith(whole);
  const other = (set: Partial<PlanRecipient>) => (file: CaseFile) => ({
    ...file,
    planRecipients: [
      ...file.planRecipients,
      ...file.planRecipients.map((row) => ({ ...row, id: 'other', unitId: 'individ-och-familj', ...set })),
    ],
  });
  const SECRETS: [what: string, change: (file: CaseFile) => CaseFile][] = [
    [
      'what was said in talks, and wished for',
      (file) => ({
        ...file,
        talks: (['CHILD', 'GUARDIAN_1', 'GUARDIAN_2'] as const).map((who) =>
          talkRow(file.case.id, { with: who, words: 'kanarie', wishes: [...WISHES], support: [...SUPPORTS] }),
        ),
      }),
    ],
    [
      'how it was consented to',
      (file) => ({
        ...file,
        consents: file.consents.map((row) => ({ ...row, method: 'E_SIGNATURE' as const, originalLocation: 'kanarie' })),
      }),
    ],
    ['what another unit was handed', other({ how: 'PAPER', personId: null, filedOn: null })],
    ['that another unit has it in its file', other({ personId: null, arrivedOn: null, letInId: 'kanarie' })],
    [
      'who answered what, and was told what',
      (file) => ({
        ...file,
        participants: file.participants.map((row) => ({
          ...row,
          answer: 'DECLINED' as const,
          declineReason: 'NO_MANDATE' as const,
          toldHow: 'PHONE' as const,
          mail: 'kanarie@bup.example',
        })),
      }),
    ],
    [
      'that another unit was taken out, and who did it',
      (file) => ({
        ...file,
        withdrawals: [
          withdrawalRow(file.case.id, {
            givenBy: 'GUARDIAN_2',
            scope: 'PARTY',
            unitId: 'individ-och-familj',
            recordedAt: NOW,
          }),
        ],
      }),
    ],
    [
      'what is written for the next version',
      (file) => {
        const draft = { planId: 'draft', rootId: null };
        return {
          ...file,
          plans: [
            ...file.plans,
            ...file.plans.map((row) => ({ ...row, id: 'draft', version: 2, lockedAt: null, question: 'NYTT' })),
          ],
          goals: [...file.goals, ...file.goals.map((row) => ({ ...row, ...draft, id: 'g-2', text: 'NYTT' }))],
          measures: [...file.measures, ...file.measures.map((row) => ({ ...row, ...draft, id: 'm-2', what: 'NYTT' }))],
        };
      },
    ],
    [
      'a version before, which it was never handed',
      (file) => {
        const older = { planId: 'older', rootId: null };
        return {
          ...file,
          plans: [
            ...file.plans,
            ...file.plans.map((row) => ({
              ...row,
              id: 'older',
              version: 0,
              lockedAt: NOW.subtract({ hours: 9 }),
              question: 'GAMMALT',
            })),
          ],
          measures: [
            ...file.measures,
            ...file.measures.map((row) => ({
              ...row,
              ...older,
              id: 'm-0',
              what: 'GAMMALT',
              unitId: 'individ-och-familj',
            })),
          ],
        };
      },
    ],
    [
      'reasons, and how it went to tell the child',
      (file) => ({
        ...file,
        case: { ...file.case, childNoReason: 'NOT_MATURE', differReason: 'NEEDED', liftedRef: 'kanarie' },
        plans: file.plans.map((row) => ({
          ...row,
          childUnderstood: 'AGAIN' as const,
          childToldOn: row.followUpOn,
          childPage: 'kanarie',
          followUpFamilyYes: true,
        })),
      }),
    ],
  ];
  describe.each(SECRETS)('nothing of %s', (_, change) => {
    it.each(['delivered', 'delivered-open', 'own-text', 'let-in'] as const)('on %s', (page) => {
      for (const whole of [true, false]) {
        const file = plain(whole);
        expect(card(page, change(file))).toBe(card(page, file));
      }
    });
    test('on their paper', () => {
      for (const whole of [true, false]) {
        const file = plain(whole);
        expect(partyPaper(change(file))).toBe(partyPaper(file));
      }
    });
  });

  test('the text to paste never has the child’s words, or another unit’s', () => {
    const file = fileWith(true);
    const [own] = file.measures;
    if (!own) throw new Error('a measure is needed');
    const theirs = { ...own, id: 'theirs', ordinal: 2, unitId: 'individ-och-familj', what: 'ANDRAS' };
    const text = card('own-text', { ...file, measures: [own, theirs] });
    expect(text).toContain(canary('measure.what'));
    expect(text).not.toMatch(/ANDRAS|kanarie-plan/);
    expect(card('delivered-open', { ...file, measures: [own, theirs] })).toContain('ANDRAS');
  });
});
