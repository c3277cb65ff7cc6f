/**
 * JSON as somebody has written it by hand: where it is broken is said by line, and no field may be there twice
 * (`JSON.parse` would take the last one in silence).
 */
import { visit } from 'jsonc-parser';
import { hasPersonnummer } from '../domain/words/personnummer.ts';
import { tidied } from './register-texts.ts';

export type ReadJson = { json: unknown } | { fault: string };

const DEEPEST = 20;
const WORD_QUOTES = /^[\u201c-\u201f\u2018-\u201b\u00ab\u00bb]/;
const MISSING = 'is not JSON: a comma, quotation mark or bracket is missing or too much near here.';
const WORDS_OWN = 'has typographic quotation marks (“ ”, as Word makes them): write straight ones (").';

export function readJson(text: string): ReadJson {
  if (text.trim() === '') return { fault: 'the file is empty.' };
  try {
    const fault = firstFault(text);
    return fault
      ? { fault }
      : { json: JSON.parse(text, (_, value) => (typeof value === 'string' ? tidied(value) : value)) };
  } catch {
    return { fault: 'is not JSON: there are lists in lists in lists.' };
  }
}

/** Throws RangeError where it goes deeper than any register does. */
function firstFault(text: string): string | null {
  let first: string | null = null;
  const groups: Set<string>[] = [];
  let depth = 0;
  const deeper = () => {
    if (++depth > DEEPEST) throw new RangeError();
  };
  visit(
    text,
    {
      onObjectBegin() {
        deeper();
        groups.push(new Set());
      },
      onObjectEnd() {
        depth -= 1;
        groups.pop();
      },
      onArrayBegin: deeper,
      onArrayEnd() {
        depth -= 1;
      },
      onObjectProperty(name, _offset, _length, line) {
        if (groups.at(-1)?.has(name)) first ??= `line ${line + 1}: ${sayName(name)} is there twice in one group.`;
        groups.at(-1)?.add(name);
      },
      onError(_code, offset, _length, line, sign) {
        const says = WORD_QUOTES.test(text.slice(offset)) ? WORDS_OWN : MISSING;
        first ??= `line ${line + 1}, sign ${sign + 1}: ${says}`;
      },
    },
    { disallowComments: true },
  );
  return first;
}

const sayName = (name: string): string => (hasPersonnummer(name) ? 'a field' : `"${name.slice(0, 40)}"`);
