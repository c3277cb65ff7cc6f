/** The words of the papers: both languages whole, and saying the same with the same values. */
import { expect, it } from 'vitest';
import en from '../../documents/texts/en.json' with { type: 'json' };
import sv from '../../documents/texts/sv.json' with { type: 'json' };

type Words = string | readonly Words[] | { readonly [key: string]: Words };

/** Every text with the way to it: `information.lines.3`. */
function textsIn(words: Words, path: string): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

const [swedish, english] = [textsIn(sv, ''), textsIn(en, '')];
const valuesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

it('have the same keys, in the same order, and as many lines in each list', () => {
  expect(english.map(([path]) => path)).toEqual(swedish.map(([path]) => path));
});

it.each(swedish)('%s says the same thing with the same values in English', (path, text) => {
  const said = new Map(english).get(path) ?? '';
  expect(said.trim()).not.toBe('');
  expect(valuesIn(said)).toEqual(valuesIn(text));
});

/** Words that both have. */
const SAME = /^plan\.version$/;
it('no English text was left in Swedish', () => {
  const same = swedish.filter(([path, text]) => new Map(english).get(path) === text && !SAME.test(path));
  expect(same.filter(([, text]) => /[a-zåäö]{2}/i.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  expect(english.filter(([, text]) => /[åäöÅÄÖ]/.test(text))).toEqual([
    ['information.vastbus', expect.stringContaining('Västra Götaland')],
    ['information.patientBoard', expect.stringContaining('Patientnämnden')],
  ]);
});
