/** What somebody writes stands on the paper, in whatever letters it is written. */
import { describe, expect, test } from 'vitest';
import { plain } from '../../documents/layout.ts';
import { PLAIN } from '../../documents/letters.ts';
import { renderPdf } from '../../documents/render-pdf.ts';
import type { INTERPRETER_LANGUAGES } from '../../domain/interpreters.ts';
import { hearPdf, readPdf } from '../support/read-pdf.ts';

const paperOf = (...lines: string[]) =>
  renderPdf({
    title: 'Bokstäver',
    code: 'K7M-3XQ',
    municipality: 'Vänersborgs kommun',
    language: 'sv',
    parts: [{ content: lines.map(plain), language: 'sv', below: null, mark: null }],
  });
const LACKS = 'Skriv för hand där det står □.';

/** What each language calls itself. */
const NAMES: Record<Exclude<(typeof INTERPRETER_LANGUAGES)[number], 'sign' | 'other'> | 'sv', readonly string[]> = {
  sv: ['svenska'],
  ar: ['العربية'],
  so: ['soomaali'],
  fa: ['فارسی'],
  prs: ['دری'],
  ti: ['ትግርኛ'],
  ku: ['کوردی', 'kurdî'],
  bs: ['bosanski', 'hrvatski', 'српски'],
  pl: ['język polski'],
  uk: ['українська'],
  ru: ['русский'],
  th: ['ไทย'],
  es: ['español'],
  en: ['English'],
};
const ALSO = ['አማርኛ', 'پښتو', 'suomi', 'davvisámegiella', 'română', 'Türkçe', 'ελληνικά', 'Tiếng Việt', 'shqip'];
const SIGNS = ['→', '✓', '★', '☐', '♥', '❤️', '🙂', '👍', '⚽', '½', '€', '≤', '…', '–', '”'];

test.each([...Object.values(NAMES).flat(), ...ALSO])('%s is read as it was written', async (name) => {
  const { text } = await readPdf(await paperOf(name));
  expect(text.normalize('NFKC')).toContain(name);
  expect(text).not.toContain('□');
});

test.each(SIGNS)('the sign %s is not left out', async (sign) => {
  const { text } = await readPdf(await paperOf(`Före ${sign} efter`));
  expect(text).toMatch(new RegExp(`Före ${sign.replace(/\uFE0F/u, '')}\uFE0F? ?efter`, 'u'));
  expect(text).not.toContain('□');
});

test('what is not looked at letter by letter is drawn, every letter of it', async () => {
  const letters = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
    PLAIN.test(one),
  );
  expect(letters.length).toBeGreaterThan(300);
  const { text } = await readPdf(await paperOf(...letters.map((one) => `före${one}efter`)));
  // A line may be broken at one of them, and some are read as others that look the same.
  const read = (words: string) => words.normalize('NFKC').replace(/\s/g, '');
  expect(letters.filter((one) => !read(text).includes(read(`före${one}efter`)))).toEqual([]);
});

describe('letters that no typeface has', () => {
  test('stand as boxes, as many as there are, and the foot says so', async () => {
    const { text } = await readPdf(await paperOf('Mamma skriver 中文 hemma.'));
    expect(text).toContain('Mamma skriver □□ hemma.');
    expect(text).toContain(LACKS);
  });

  test('nothing is said of them on another paper', async () => {
    const [, { text }] = await Promise.all([readPdf(await paperOf('中文')), readPdf(await paperOf('svenska'))]);
    expect(text).not.toContain('□');
  });
});

test('an accent that is typed by itself is the letter it belongs to', async () => {
  const { text } = await readPdf(await paperOf('A\u030Angest ha\u0308r'));
  expect(text).toContain('Ångest här');
});

test('what marks a direction or joins letters is no letter that lacks', async () => {
  const { text } = await readPdf(await paperOf('a\u200E\uFE0Fb', 'می\u200Cخواهم'));
  expect(text).toContain('ab');
  expect(text).not.toContain('□');
});

describe('what is written from the right', () => {
  /** Where the words begin on the page, from the left. */
  async function placesOf(line: string, words: readonly string[]) {
    const { places } = await readPdf(await paperOf(line));
    const at = (word: string) => places.find(({ str }) => str.normalize('NFKC').includes(word))?.x ?? Number.NaN;
    return words.map(at);
  }

  test('the first word stands to the right of the second, at the right edge', async () => {
    const [first = 0, second = 0] = await placesOf('مرحبا يوسف', ['مرحبا', 'يوسف']);
    expect(first).toBeGreaterThan(second);
    expect(first).toBeGreaterThan(450);
  });

  test('inside Swedish its words are turned among themselves, and the Swedish is not', async () => {
    const [before = 0, one = 0, two = 0, after = 0] = await placesOf('Hon sa مرحبا يوسف då.', [
      'Hon',
      'مرحبا',
      'يوسف',
      'då',
    ]);
    expect([before, two, one, after]).toEqual([before, two, one, after].toSorted((a, b) => a - b));
    expect(before).toBeLessThan(60);
  });

  test('what stands in brackets comes after the word before it', async () => {
    const [word = 0, inside = 0] = await placesOf('Hon sa يوسف (مرحبا) då.', ['يوسف', 'مرحبا']);
    expect(word).toBeGreaterThan(inside);
  });

  test('numbers in it go from the left', async () => {
    const [word = 0, number = 0] = await placesOf('رقم 1177', ['رقم', '1177']);
    expect(word).toBeGreaterThan(number);
  });

  test('it is heard in the order of the text', async () => {
    const { spoken } = await hearPdf(await paperOf('مرحبا يوسف'));
    const words = spoken.map(({ text }) => text.normalize('NFKC')).join(' ');
    expect(words.indexOf('مرحبا')).toBeGreaterThanOrEqual(0);
  });
});
