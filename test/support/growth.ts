/** How the time of something grows with its text, and the texts that make a regular expression slow. */
import type { Found } from './regular-expressions.ts';

export type Looks = (text: string) => unknown;

/** What is cheaper than this at the longest is not the square of it, whatever it measures. */
const NOTICED_MS = 15;
const LENGTHS = [20, 25, 400, 3_000, 12_000, 40_000];
/** Noticed before this it is dearer than any square, and more of it would never end. */
const SHORT = 1_000;
/** Half-way from linear to square: what grows with its text is four times as dear for four times the text, a square sixteen. */
const TIMES = 4;
export const MOST = 8;

function cpuMs(looks: Looks, text: string): number {
  const before = process.cpuUsage();
  looks(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The least of some: what else the machine does only ever adds. */
const leastCpuMs = (looks: Looks, text: string): number =>
  Math.min(...Array.from({ length: 3 }, () => cpuMs(looks, text)));

/**
 * How many times dearer it is for four times the text; 1 where it costs too little to be measured. A square is one each
 * time that it is looked at; what else the machine was at, memory being cleared too, is not.
 */
export function growth(looks: Looks, textOf: (length: number) => string): number {
  const times = growthNow(looks, textOf);
  return times > MOST ? Math.min(times, growthNow(looks, textOf)) : times;
}

/** Short texts first. */
function growthNow(looks: Looks, textOf: (length: number) => string): number {
  const long = LENGTHS.find((length) => cpuMs(looks, textOf(length)) > NOTICED_MS);
  if (long === undefined) return 1;
  const once = leastCpuMs(looks, textOf(long));
  if (once < NOTICED_MS / 3) return 1;
  return long < SHORT ? Number.POSITIVE_INFINITY : leastCpuMs(looks, textOf(TIMES * long)) / once;
}

export const repeated = (unit: string, end: string) => (length: number) =>
  unit.repeat(Math.ceil(length / unit.length)) + end;

/** Of each class of characters one. */
const OF_CLASSES = ['a', 'A', 'å', '0', ' ', '\n', '\t', '-', "'", '.', '_', '\u0301', '\ud800', '\u200e'];

/** What the pattern itself waits for: its characters, its words, and every two of its characters. */
function unitsOf(source: string): string[] {
  const said = source
    .replace(/\\[pP]\{\w+\}/g, '')
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[a-zA-Z]/g, '')
    .replaceAll('\\', '');
  const letters = [...new Set([...said.replace(/[()[\]{}^$*+?|]/g, ''), ...OF_CLASSES])];
  const meta = [...new Set(said.match(/[()[\]{}^$*+?|]/g) ?? [])];
  const few = letters.slice(0, 8);
  const pairs = few.flatMap((one) => few.map((other) => one + other));
  return [...letters, ...meta, ...(said.match(/[\p{L}\d<>/:&;=@. -]{2,}/gu) ?? []), ...pairs];
}

/** A text that makes it dearer than by its length, with how much; null where there is none. */
export function slowOn({ source, flags }: Found): string | null {
  const looks: Looks = (text) => text.replace(new RegExp(source, flags), 'x');
  const [first = ''] =
    source
      .replace(/\\[a-zA-Z].*$/s, '')
      .replaceAll('\\', '')
      .match(/^\^[\p{L}\d<>/:&;=@ -]{2,}/u) ?? [];
  for (const begin of new Set(['', first.slice(1)]))
    for (const unit of unitsOf(source))
      for (const end of ['', '\u0000']) {
        const times = growth(looks, (length) => begin + repeated(unit, end)(length));
        if (times > MOST) return `${begin}${JSON.stringify(unit)}… ×${times.toFixed(1)}`;
      }
  return null;
}
