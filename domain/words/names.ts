/**
 * Whether a typed text may hold somebody's name or telephone number. It only asks, once, so it may be wrong in both
 * directions; but staff must not be nagged, so what is usual in these texts passes: units, abbreviations, days, places.
 * Source: the secrecy rules (OSL 10:1 and 12:2 need a consent that covers it), practice: "byt bara ut namn, till
 * exempel mot [en kompis]".
 */
import { normalized } from './characters.ts';
import { FIRST_NAMES } from './first-names.ts';
import { isKnownWord, isNamedUnit, isUnitWord } from './known-words.ts';

/** Swedish (070-123 45 67, 0521-72 10 00) and with a country's number first. */
const PHONE = /(?<![\p{L}\d/.:-])(?:\+\d{1,3}|00\d{2}|0)(?:[\s\-–/()]{0,2}\d){7,11}(?!\d)/u;
const WORD = /\p{L}[\p{L}'’:-]*/gu;
/** What a new sentence, a quotation or a line of a list begins after. */
const BEGINS = /$(?<=([.!?:;\n"“”»«([]|(^|\s)[-–—•*])\s*["“”»«([]?)/u;
const NO_END = /(^|[\s(])(dr|fam|mr|mrs|ms|prof)\.\s*$/iu;

export function mayHoldName(text: string): boolean {
  return PHONE.test(text) || hasName(normalized(text, 'NFC'));
}

function hasName(text: string): boolean {
  let [before, end] = ['', 0];
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const word = found.replace(/(?<!['’:])['’:]+$/u, '');
    const gap = text.slice(Math.max(end, index - 20), index);
    const begins = before === '' || (BEGINS.test(gap) && !NO_END.test(text.slice(Math.max(0, index - 8), index)));
    if (
      /^\p{Lu}/u.test(word) &&
      !isNamedUnit(before, word) &&
      (isFirstName(word) || (!begins && isSuspect(word, before, gap, text.slice(index + found.length, index + 40))))
    )
      return true;
    [before, end] = [word, index + found.length];
  }
  return false;
}

function isFirstName(word: string): boolean {
  const small = word.toLowerCase().split('-')[0] ?? '';
  return FIRST_NAMES.has(small) || FIRST_NAMES.has(small.replace(/['’:]?s$/u, ''));
}

/** A capital letter inside a sentence, unless the word or the one beside it says that it is a unit or a place. */
function isSuspect(word: string, before: string, gap: string, after: string): boolean {
  if (isKnownWord(word)) return false;
  const isAfterUnit = gap.trim() === '' && (isUnitWord(before) || /^\p{Lu}{2,}$/u.test(before));
  return !isAfterUnit && !isUnitWord(/^ (\p{L}+)/u.exec(after)?.[1] ?? '');
}
