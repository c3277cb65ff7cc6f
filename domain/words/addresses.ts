/**
 * Whether what stands before the @ of a typed address may tell of somebody ("olle.ar.slagen.hemma@…"): an address goes to
 * the calendars as it is. It only asks, as for names in texts, so colleagues' own addresses are asked about too.
 */
import { normalized } from './characters.ts';
import { FIRST_NAMES } from './first-names.ts';
import { hasPersonnummer } from './personnummer.ts';

/** "anna.lind", "bup-mottagning": a name has two parts, a longer row of words is a sentence. */
const MOST_WORDS = 2;

const ascii = (text: string): string => normalized(text, 'NFD').replace(/\p{M}/gu, '');
const NAMES: ReadonlySet<string> = new Set([...FIRST_NAMES].map(ascii));

const before = (address: string): string => ascii(address.toLowerCase()).split('@')[0] ?? '';

export function mayNameSomebody(address: string): boolean {
  const words = before(address).match(/[a-z]+/g) ?? [];
  return /\d/.test(before(address)) || words.length > MOST_WORDS || words.some((word) => NAMES.has(word));
}

/** Also one that is spread out with dots and other signs. */
export const hasPersonnummerBefore = (address: string): boolean =>
  hasPersonnummer(before(address)) || hasPersonnummer(before(address).replace(/[^a-z\d]/g, ''));
