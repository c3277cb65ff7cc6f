/**
 * Arabic is written from the right, and numbers and Swedish words in it from the left (Unicode Standard Annex #9). The
 * letters of a word are joined and turned by the typeface's own rules when they are drawn; here the words of a line
 * get their places. A line's words keep the order of the text: so it is heard.
 */
import bidiFactory from 'bidi-js';
import { prototypeIn } from './rooms.ts';

/** Odd is from the right. */
export type Direction = { level: number; base: number };
export const FROM_LEFT: Direction = { level: 0, base: 0 };

type Inline = Partial<Direction> & { x: number; width: number };
type Line = { inlines: Inline[]; leadingCut: number; trailingCut: number };
type Builder = { buildNextLine(node: object): Line | null };

const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const FROM_RIGHT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}]/u;
/** What the typeface turns by itself: the first letter of a script of its own decides. */
const TURNED = /^[\p{sc=Common}\p{sc=Inherited}]*[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}]/u;

/** Of each place in a text; null where all of it is from the left. */
export function directionsIn(text: string): ((at: number) => Direction) | null {
  if (!FROM_RIGHT.test(text)) return null;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  return (at) => ({
    level: levels[at] ?? 0,
    base: paragraphs.find(({ start, end }) => at >= start && at <= end)?.level ?? 0,
  });
}

type Word = Partial<Direction> & { text: string };
type Inlines = { measure(words: Word[], styles: object): Word[] };

/** As a word is given to the typeface: brackets mirrored, and turned where it would come out the wrong way. */
function drawn({ text, level = 0 }: Word): string {
  const isFromRight = level % 2 === 1;
  if (!isFromRight && !FROM_RIGHT.test(text)) return text;
  const letters = [...text].map((letter) => (isFromRight && bidi.getMirroredCharacter(letter)) || letter);
  return (TURNED.test(text) === isFromRight ? letters : letters.reverse()).join('');
}

const inlines = prototypeIn<Inlines>('pdfmake/js/TextInlines.js');
const measure = inlines.measure;
// Lines are broken where the text lets them; only then is it what is drawn.
inlines.measure = function (words, styles) {
  for (const word of words) word.text = drawn(word);
  return measure.call(this, words, styles);
};

const build = prototypeIn<Builder>('pdfmake/js/LayoutBuilder.js');
const nextLine = build.buildNextLine;
build.buildNextLine = function (node) {
  const line = nextLine.call(this, node);
  if (line?.inlines.some(({ level = 0 }) => level > 0)) place(line);
  return line;
};

function place({ inlines, leadingCut, trailingCut }: Line): void {
  let x = (inlines[0]?.base ?? 0) % 2 === 1 ? -trailingCut : -leadingCut;
  for (const inline of inOrderSeen(inlines)) {
    inline.x = x;
    x += inline.width;
  }
}

/** From the highest level down, each stretch of at least that level is turned (rule L2). */
function inOrderSeen(inlines: readonly Inline[]): Inline[] {
  const seen = [...inlines];
  for (let level = Math.max(...inlines.map((one) => one.level ?? 0)); level > 0; level -= 1) {
    let start = 0;
    while (start < seen.length) {
      let end = start;
      while (end < seen.length && (seen[end]?.level ?? 0) >= level) end += 1;
      seen.splice(start, end - start, ...seen.slice(start, end).reverse());
      start = Math.max(end, start + 1);
    }
  }
  return seen;
}
