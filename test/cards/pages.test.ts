/** Every page of the program, drawn from cases in every part of the process, in both languages. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pages } from '../../bot/pages.ts';
import { LANGUAGES, type Language } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import { cardOf, fullFile, PAGE_NAMES, registerWith, statesOf, viewOf, wordsOf } from '../support/case-views.ts';
import { inputsOf } from './walk-card.ts';

const inBoth = (names: readonly PageName[]) =>
  LANGUAGES.flatMap((language) => names.map((name) => [name, language] as const));

const FAMILY = statesOf(fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2']));
const YOUTH = statesOf(fullFile({ ageBand: 'A18_20', guardianOne: null, guardianTwo: null }, ['YOUTH']));
/** Became 18 while the case went on: what was said of guardians before stands in its rows. */
const TURNED = statesOf(
  fullFile({ ageBand: 'A15_17', turns18On: Temporal.PlainDate.from('2027-02-01'), excusedGuardian: null }, [
    'GUARDIAN_1',
    'GUARDIAN_2',
    'YOUTH',
  ]),
);

const REGISTER = registerWith();

/** A measure's card belongs to a case that has one. */
const those = (page: PageName, files: readonly CaseFile[]) =>
  page.startsWith('measure') ? files.filter(({ measures }) => measures.length > 0) : files;

function everyWord(page: PageName, files: readonly CaseFile[], language: Language, register: Register): string[] {
  return [
    ...new Set(those(page, files).flatMap((file) => wordsOf(cardOf(page, viewOf(page, file, language, register))))),
  ];
}

describe('the word for the meeting is a setting', () => {
  const register = registerWith({ meetingWord: 'SIP-möte' });
  it.each(inBoth(PAGE_NAMES))('%s (%s) says nothing of Västbus when it is "SIP-möte"', (page, language) => {
    const words = everyWord(page, [...FAMILY, ...YOUTH], language, register);
    expect(words.length).toBeGreaterThan(2);
    expect(words.filter((text) => /västbus/i.test(text))).toEqual([]);
  });

  it.each(LANGUAGES)('and the welcome, the button, the guide and the list say it (%s)', (language) => {
    for (const page of ['help', 'cases', 'propose', 'start', 'guide', 'missing'] as const)
      expect(everyWord(page, FAMILY, language, register).join(), page).toContain('SIP-möte');
  });
});

/**
 * Pages that nobody can come to in a case about somebody who is of age (`flows/talks/youth.test.ts`), and the one that
 * belongs to no case.
 */
const NOT_AT_18 = /^(guardian[12]|consent[12]|consentBoard|childAble|goOn|propose$)/;
const OF_A_FAMILY: Record<Language, RegExp> = {
  sv: /vårdnadshav|familjen|barnet|mamma|pappa/i,
  en: /guardian|\bfamily\b|\bchild\b|mother|father/i,
};
/** What may stand all the same. Each with its reason. */
const MAY_STAND: RegExp[] = [
  // A kind of unit is called so, whoever comes to it.
  /Child and adolescent psychiatry/g,
  // A topic on the form: what the young person lets be spoken of.
  /^Family and home$/g,
];
const speaksOfFamily = (language: Language) => (text: string) =>
  OF_A_FAMILY[language].test(MAY_STAND.reduce((left, may) => left.replaceAll(may, ''), text));

describe('from 18', () => {
  it.each(inBoth(PAGE_NAMES.filter((page) => !NOT_AT_18.test(page) && page !== 'start')))(
    '2.3: %s (%s) speaks of no child, family or guardian',
    (page, language) => {
      const said = everyWord(page, [...YOUTH, ...TURNED], language, REGISTER);
      expect(said.filter(speaksOfFamily(language))).toEqual([]);
    },
  );

  it.each(LANGUAGES)('2.3: the start (%s) asks for no guardian once the age is chosen', (language) => {
    const said = everyWord('start', YOUTH, language, REGISTER);
    expect(said.filter(speaksOfFamily(language))).toEqual([]);
  });

  it.each([YOUTH, TURNED])('2.3: no row, gap or door leads to a page of a guardian', (...files) => {
    for (const file of files)
      for (const page of ['guide', 'missing', 'check', 'more'] as const) {
        const card = JSON.stringify(cardOf(page, viewOf(page, file, 'sv', REGISTER)));
        expect(card).not.toMatch(/"(guardian[12]|consent[12]|consentBoard)\.open"/);
      }
  });
});

it.each(inBoth(PAGE_NAMES))('%s (%s) is whole: no key, no gap, and in its language', (page, language) => {
  for (const file of those(page, [...FAMILY, ...YOUTH, ...TURNED])) {
    const card = cardOf(page, viewOf(page, file, language, REGISTER));
    expect(card.lang).toBe(language);
    expect(wordsOf(card).filter((text) => /\$\{|undefined|^@|\bnull\b/.test(text))).toEqual([]);
  }
});

/** Nothing is stored that these could begin with: whom it goes to, a decision that is made anew. */
const BEGINS_EMPTY: readonly PageName[] = ['propose', 'handover', 'close', 'lift', 'notHeld'];
it.each(PAGE_NAMES.filter((page) => pages[page].card.form && !BEGINS_EMPTY.includes(page)))(
  '%s fills in each of its inputs: what is saved empty is lost',
  (page) => {
    for (const file of FAMILY) {
      const view = viewOf(page, file, 'sv', registerWith());
      const ids = inputsOf(cardOf(page, view)).map(({ id }) => String(id));
      expect(ids.filter((id) => !Object.hasOwn(pages[page].show(view).values ?? {}, id))).toEqual([]);
    }
  },
);
