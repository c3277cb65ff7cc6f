/**
 * A text is cut into runs of one typeface and one direction before pdfmake breaks it into lines: each letter in the
 * first typeface that has it. What none has stands as a box, and the foot of the page says so. pdfmake by itself leaves
 * such letters out.
 */
import { normalized } from '../domain/words/characters.ts';
import { FONT_NAMES, type FontName } from './fonts.ts';
import { type Direction, directionsIn, FROM_LEFT } from './right-to-left.ts';
import { prototypeIn } from './rooms.ts';

type Item = { text: string; alignment?: string; onlyIfLetterLacks?: true };
export type Run = Item & { font: FontName } & Direction;

type Face = { font: { hasGlyphForCodePoint(code: number): boolean } };
type Pdf = { provideFont(name: FontName, bold: boolean, italics: boolean): Face };
type Styles = { getProperty(name: 'alignment'): string | undefined };
type Inlines = { pdfDocument: Pdf; buildInlines(this: Inlines, text: unknown, styles: Styles): unknown };

const BOX = { text: '□', font: 'Signs' } as const;
/** Joiners, direction marks, what chooses a variant: nothing that could be missed. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const GOES_ALONG = /^[^\p{L}\p{N}]+$/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Of a text that stands only where a paper has a box. */
export const IF_LETTER_LACKS = { onlyIfLetterLacks: true } as const;
/** Papers that have one. */
const LACKING = new WeakSet<Pdf>();

const inlines = prototypeIn<Inlines>('pdfmake/js/TextInlines.js');
const build = inlines.buildInlines;
inlines.buildInlines = function (text, styles) {
  const items = itemsIn(text).filter(({ onlyIfLetterLacks }) => !onlyIfLetterLacks || LACKING.has(this.pdfDocument));
  return build.call(this, items.length > 0 ? runsOf(items, this.pdfDocument, styles) : [{ text: '' }], styles);
};

function itemsIn(text: unknown): Item[] {
  if (Array.isArray(text)) return text.flatMap(itemsIn);
  if (typeof text !== 'object' || text === null) return [{ text: normalized(String(text ?? ''), 'NFC') }];
  const { text: inside, ...style } = text as { text?: unknown };
  return itemsIn(inside).map((item) => ({ ...style, ...item }));
}

function runsOf(items: readonly Item[], pdf: Pdf, styles: Styles): Item[] {
  const directions = directionsIn(items.map(({ text }) => text).join(''));
  const isAligned = styles.getProperty('alignment') !== undefined;
  const runs: Run[] = [];
  let at = 0;
  for (const item of items) {
    for (const run of cut(item, at, directions, pdf))
      runs.push({ ...run, ...(run.base % 2 === 1 && !isAligned ? { alignment: 'right' } : {}) });
    at += item.text.length;
  }
  return runs;
}

/** What the first typeface has, and nearly every text of a paper is: not looked at letter by letter. */
export const PLAIN = /^[\n -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”…•]*$/;

function cut(item: Item, at: number, directions: ReturnType<typeof directionsIn>, pdf: Pdf): Run[] {
  if (!directions && PLAIN.test(item.text)) return [{ ...item, font: FONT_NAMES[0] as FontName, ...FROM_LEFT }];
  const runs: Run[] = [];
  for (const { segment, index } of graphemes.segment(item.text)) {
    const before = runs.at(-1);
    const { text, font } = faceOf(segment, before?.font, pdf);
    const { level, base } = directions?.(at + index) ?? FROM_LEFT;
    if (before && before.font === font && before.level === level && before.base === base) before.text += text;
    else runs.push({ ...item, text, font, level, base });
  }
  return runs;
}

function faceOf(letters: string, before: FontName | undefined, pdf: Pdf): { text: string; font: FontName } {
  const has = (font: FontName, letter: string): boolean =>
    /^\s$/.test(letter) || pdf.provideFont(font, false, false).font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
  const covers = (font: FontName): boolean => [...letters].every((letter) => UNSEEN.test(letter) || has(font, letter));
  const font = before && GOES_ALONG.test(letters) && covers(before) ? before : FONT_NAMES.find(covers);
  if (font) return { text: [...letters].filter((letter) => has(font, letter)).join(''), font };
  LACKING.add(pdf);
  return BOX;
}
