/** What no text in a register file may hold, whichever field it stands in. */
import { channelInLink, isChannelId } from '../domain/channel-id.ts';
import { normalized } from '../domain/words/characters.ts';
import { hasPersonnummer } from '../domain/words/personnummer.ts';
import type { RegisterFault } from './register-rules.ts';

/** One spelling, one space between words: what a spreadsheet or another system has put around a text is no fault. */
export const tidied = (text: string): string =>
  normalized(text, 'NFC')
    .replace(/[^\S\r\n]+/g, ' ')
    .trim();

/**
 * Signs that a person cannot see or a database cannot keep, and the one that stands for a lost letter. What joins or
 * parts letters without a width has a meaning between Arabic ones.
 */
const ODD = /(?!(?<=\p{Script=Arabic})[\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u;
/** "BjÃ¶rk": UTF-8 that was read as Latin-1 on its way here. */
const READ_WRONG = /Ã[\u0080-\u00bf]/;

/** Excel's words for a formula that went wrong, a column that is too narrow, and a formula itself. */
const EXCEL_FAULT = /^#(?:[\p{Lu}\d/]+[!?]?|#*)$/u;
const FORMULA = /^=/;

/** `4,67E+10`, and a number whose first zero or + is gone. Short ones (112, 116 111) have none to lose. */
export const isChangedByExcel = (text: string): boolean => /^(\d([.,]\d+)?E\+?\d+|[1-9]\d{6,})$/i.test(text);
export const CHANGED_BY_EXCEL =
  'is a number that Excel has changed (its first 0 or + is gone, or it became 4,67E+10): format the column as text and write it anew';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const X500 = /^(x500:)?\/o=/i;
/** Made by machines, of digits by chance. */
const isByChance = (text: string): boolean =>
  GUID.test(text) || X500.test(text) || isChannelId(text) || channelInLink(text) !== null;
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
  if (EXCEL_FAULT.test(text)) return 'is what Excel shows for a fault (#…): write the value itself';
  if (FORMULA.test(text)) return 'is a formula (=…): write the value itself';
  // The word before says of ten digits in a row that they are a telephone number.
  return !isByChance(text) && hasPersonnummer(`tel ${text}`) ? 'looks like a personnummer: take it away' : null;
}

const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
