/** What no text in a register file may hold, whichever field it stands in. */
import { normalized } from '../domain/words/characters.ts';
import { hasPersonnummer } from '../domain/words/personnummer.ts';
import type { RegisterFault } from './register-rules.ts';

/** One spelling, one space between words: what a spreadsheet or another system has put around a text is no fault. */
export const tidied = (text: string): string =>
  normalized(text, 'NFC')
    .replace(/[^\S\r\n]+/g, ' ')
    .trim();

/** Signs that a person cannot see or a database cannot keep, and the one that stands for a lost letter. */
const ODD = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]/u;
/** "BjÃ¶rk": UTF-8 that was read as Latin-1 on its way here. */
const READ_WRONG = /Ã[\u0080-\u00bf]/;

/** Made by machines, and never read by people. */
const NO_WORDS = ['id', 'tenantId', 'conversationId', 'serviceUrl', '$schema', 'aliases', 'links'];
/** Lines on cards and papers may be broken. */
const MAY_BREAK = 'settings';

export function oddTexts(value: unknown, path: PropertyKey[] = []): RegisterFault[] {
  if (typeof value === 'string') {
    const says = wrongWith(value, path);
    return says ? [{ path, says }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    oddTexts(inside, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function wrongWith(text: string, path: PropertyKey[]): string | null {
  const odd = ODD.exec(path[0] === MAY_BREAK ? text.replace(/\r?\n/g, ' ') : text);
  if (odd) return `holds a sign that cannot be seen (${codeOf(odd[0])}): take it away`;
  if (READ_WRONG.test(text)) return 'has letters that were lost on the way ("Ã"): write å, ä and ö anew';
  const isWords = !path.some((part) => NO_WORDS.includes(String(part)));
  // The word before says of ten digits in a row that they are a telephone number.
  return isWords && hasPersonnummer(`tel ${text}`) ? 'looks like a personnummer: take it away' : null;
}

const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
