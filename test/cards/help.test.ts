/** "Hjälp": nothing that can be typed is forgotten, and each line of it works when it is typed. */
import { describe, expect, it, test } from 'vitest';
import { words } from '../../bot/steps.ts';
import { say } from '../../cards/texts/say.ts';
import { ACUTE_NUMBERS, LANGUAGES, type Language } from '../../domain/codes.ts';
import { WORD_NAMES, type WordName } from '../../domain/names.ts';
import type { Settings } from '../../domain/rows/register.ts';
import { cardOf, fullFile, registerWith, viewOf, wordsOf } from '../support/case-views.ts';

const file = fullFile({}, ['GUARDIAN_1']);
const helpIn = (language: Language, settings: Partial<Settings> = {}) =>
  wordsOf(cardOf('help', viewOf('help', file, language, registerWith(settings))));
const typed = (name: Exclude<WordName, 'concern'>, language: Language, word: string) =>
  say(language, `word.${name}`, { word });

describe.each(LANGUAGES)('every word that the bot knows (%s)', (language) => {
  test.each(['Västbusmöte', 'SIP-möte', 'Samverkansmöte'])(
    'does what its line says, where a meeting is called %s',
    (word) => {
      for (const name of WORD_NAMES) {
        const text = typed(name, language, word);
        const found = words.find(({ pattern }) => pattern.test(text));
        expect(found?.name, text).toBe(name);
        expect([language, undefined], text).toContain(found?.language);
      }
    },
  );

  it('stands on the card, also one that is added', () => {
    const said = helpIn(language);
    const names = [...new Set(words.map(({ name }) => name))];
    expect(names.length).toBeGreaterThan(7);
    for (const name of names) {
      if (name === 'concern') continue;
      const begins = `**${typed(name, language, 'Västbusmöte')}**: `;
      expect(
        said.filter((line) => line.startsWith(begins)),
        begins,
      ).toHaveLength(1);
    }
  });
});

test('OSL 40:7: nobody is asked to type a worry; where it is told stands there', () => {
  expect(words.some(({ name }) => name === 'concern')).toBe(true);
  expect(helpIn('sv', { concernLine: 'Mottagningen, 0521-11 11 11.' })).toContain('Mottagningen, 0521-11 11 11.');
  expect(helpIn('sv').join('\n')).not.toMatch(/\*\*[^*]*oro/i);
});

test.each([
  ['help', 'sv', /Ska du bara läsa en plan .* Tryck \*\*Visa\*\*/],
  ['help', 'en', /only here to read a plan .* Press \*\*Show\*\*/],
  ['cases', 'sv', /Har du fått en plan av någon annan\? .*längre upp i chatten/],
] as const)('whoever has come only to read a plan is told where it is (%s, %s)', (page, language, sentence) => {
  const none = { ...viewOf(page, file, language, registerWith()), listed: { files: [], total: 0 } };
  expect(wordsOf(cardOf(page, none)).join('\n')).toMatch(sentence);
});

test('whoever has cases is not told of others’ plans in their list', () => {
  const some = viewOf('cases', file, 'sv', registerWith());
  expect(some.listed.files.length).toBeGreaterThan(0);
  expect(wordsOf(cardOf('cases', some)).join('\n')).not.toContain('Har du fått en plan');
});

describe('the acute numbers', () => {
  const number = (n: number) => `0521-00 00 0${n}`;
  const all = (checkedOn: string | null) =>
    Object.fromEntries(ACUTE_NUMBERS.map((who, n) => [who, { number: number(n), checkedOn }]));
  test('of the register are shown, each one', () => {
    const said = helpIn('sv', { acuteNumbers: all('2027-01-01') }).join('\n');
    expect(ACUTE_NUMBERS.filter((_, n) => !said.includes(number(n)))).toEqual([]);
  });
  test('that nobody has rung are not', () => {
    expect(helpIn('sv', { acuteNumbers: all(null) }).join('\n')).not.toContain('0521-00');
  });
});

describe('who knows more', () => {
  const about = (conversationId: string, coordinates = true) => {
    const register = registerWith();
    const people = register.people.map((one) => ({ ...one, coordinates: coordinates && one.coordinates }));
    const view = viewOf('help', file, 'sv', { ...register, people });
    return wordsOf(cardOf('help', { ...view, posting: { ...view.posting, conversationId } })).join('\n');
  };
  test('is whoever coordinates in the own unit; where nobody does, nothing is said of it', () => {
    expect(about('a:1')).toContain('Elevhälsan · Maja Björk, skolsköterska, 070-174 06 07');
    expect(about('a:1', false)).not.toContain('Frågor om mig?');
  });
  test.each(['19:sip@thread.tacv2;messageid=1', '19:old@thread.skype', '19:group@thread.v2'])(
    'is named in the own chat only: not in %s',
    (where) => {
      expect(about(where)).not.toMatch(/Maja|Frågor om mig/);
    },
  );
});
