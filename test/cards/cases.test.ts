/** "Mina ärenden": what tells two cases apart without a name, and what stands of it. */
import { describe, expect, test } from 'vitest';
import { renderStanding } from '../../bot/engine/render.ts';
import { LANGUAGES, type Language, type Signer } from '../../domain/codes.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { textOf } from '../support/card-json.ts';
import { participantRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, registerWith, viewOf } from '../support/case-views.ts';

const register = registerWith();
const caseWith = (set: Partial<CaseRow>, signers: Signer[] = []): CaseFile =>
  fullFile({ ageBand: 'A12_14', status: 'PREPARING', guardianOne: 'MOTHER', guardianTwo: 'FATHER', ...set }, signers);

const pressed = (file: CaseFile, language: Language = 'sv') =>
  textOf(cardOf('cases', viewOf('cases', file, language, register)));
const standing = (file: CaseFile) => {
  const { posting, listed } = viewOf('cases', file, 'sv', register);
  return textOf(renderStanding(posting, null, listed, register, NOW));
};
/** The line below the code. */
const about = (list: string) => list.split('\n')[list.split('\n').findIndex((line) => line.startsWith('**')) + 1];

describe('each row says the unit, how many guardians and, to the one who presses, the age', () => {
  test.each<[string, Partial<CaseRow>, string, string]>([
    ['two guardians', {}, 'Elevhälsan · 2 vårdnadshavare', ' · 12–14 år'],
    ['one', { guardianTwo: 'NONE', ageBand: 'A6_11' }, 'Elevhälsan · en vårdnadshavare', ' · 6–11 år'],
    ['nobody knows yet', { guardianTwo: 'UNKNOWN' }, 'Elevhälsan', ' · 12–14 år'],
    ['nothing filled in', { guardianOne: null, guardianTwo: null, ageBand: null }, 'Elevhälsan', ''],
    ['of age: nobody is a guardian any more', { ageBand: 'A18_20' }, 'Elevhälsan', ' · 18–20 år'],
    ['on paper only: nothing that leads to the family', { safety: 'RESTRICTED' }, 'Elevhälsan', ''],
  ])('%s', (_, set, stands, age) => {
    const file = caseWith(set);
    expect(about(standing(file))).toBe(stands);
    expect(about(pressed(file))).toBe(`${stands}${age}`);
  });

  test.each(LANGUAGES)('and no name of anybody (%s)', (language) => {
    const list = pressed(caseWith({}), language);
    expect(register.people.filter(({ name }) => list.includes(name))).toEqual([]);
    expect(list).not.toMatch(/mamma|pappa|mother|father/i);
  });
});

test('a row has room for three to ring; how many more there are is said, with a way on', () => {
  const file = caseWith({ status: 'INVITED' }, ['GUARDIAN_1', 'GUARDIAN_2']);
  const [meeting] = file.meetings;
  const units = ['norra-skolan', 'individ-och-familj', 'bup-dalsland', 'habiliteringen', 'vardcentralen'];
  const called: CaseFile = {
    ...file,
    meetings: file.meetings.map((one) => ({ ...one, status: 'FAILED' as const, familyAgreed: true })),
    participants: units.map((unitId) => participantRow(meeting?.id ?? '', { unitId })),
  };
  const list = standing(called);
  expect(list.match(/, 08-465 004 \d\d/g)).toHaveLength(3);
  expect(list).toContain('2 till att ringa. Numren står på ärendets kort: tryck Öppna.');
});
