import { normalized } from './characters.ts';

/**
 * Finds personnummer and samordningsnummer in running text, in every usual form: 10 or 12 digits, with hyphen, plus,
 * space or nothing before the last four, and with a date written out (`1912-12-12-1212`). A hit has a real date (day +
 * 60 for samordningsnummer) and the right check digit (Luhn, SKVFS "Folkbokföring", Skatteverket's SKV 704), so other
 * numbers pass, telephone numbers among them: those are grouped in other ways. People mistype: a whole birth date of
 * 1900 or later with a hyphen or plus and four digits after it is one whatever its check digit. What could be both
 * counts as a personnummer (a telephone number, a booking or a date with a time, written as one row of ten or twelve
 * digits), unless the word before says that it is a telephone number ("tel", "mobil").
 */
export function hasPersonnummer(text: string): boolean {
  const plain = normalized(text, 'NFKC').replace(INVISIBLE, '');
  for (const { groups = {}, index } of plain.matchAll(FORM)) {
    const { whole = '', century = '', year = '', month = '', day = '', beforeLast = '', last = '' } = groups;
    if (!isDate(century, Number(year), Number(month), Number(day))) continue;
    if (!hasCheckDigit(year + month + day + last) && !isMistyped(century, beforeLast)) continue;
    if (isPhone(whole, plain.slice(Math.max(0, index - 20), index))) continue;
    return true;
  }
  return false;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** The same between year and month as between month and day: `0706-22 1215` is a telephone number. */
const BETWEEN = '[\\s./\\-\u2010-\u2015\u2212]?';
const BEFORE_LAST = '\\s?[+\\-\u2010-\u2015\u2212./]?\\s?';
/** `2026-03-10–2026-03-12` is two days. */
const DATE_GOES_ON = '[./\\-\u2010-\u2015\u2212]\\d\\d[./\\-\u2010-\u2015\u2212]\\d\\d(?!\\d)';
/** Looked for from every digit on: a date that stands just before must not swallow the beginning of a number. */
const FORM = new RegExp(
  `(?<!\\d)(?=(?<whole>(?<century>18|19|20)?(?<year>\\d\\d)(?<between>${BETWEEN})(?<month>\\d\\d)\\k<between>(?<day>\\d\\d)(?<beforeLast>${BEFORE_LAST})(?<last>\\d{4}))(?!\\d|${DATE_GOES_ON}))`,
  'g',
);

const isMistyped = (century: string, beforeLast: string): boolean =>
  century >= '19' && /^[+\-\u2010-\u2015\u2212]$/.test(beforeLast);

function isDate(century: string, year: number, month: number, dayOrMore: number): boolean {
  const day = dayOrMore > 60 ? dayOrMore - 60 : dayOrMore;
  const centuries = century === '' ? [18, 19, 20] : [Number(century)];
  return (
    day >= 1 &&
    month >= 1 &&
    month <= 12 &&
    centuries.some((c) => day <= new Date(Date.UTC(c * 100 + year, month, 0)).getUTCDate())
  );
}

/** Luhn: every other digit doubled, digits added up, the sum a multiple of ten. */
function hasCheckDigit(ten: string): boolean {
  let sum = 0;
  for (let i = 0; i < ten.length; i++) {
    const product = Number(ten[i]) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

function isPhone(found: string, before: string): boolean {
  return (
    /^07[02369]\d{7}$/.test(found) &&
    /(tel|tfn|telefon|telefonnummer|mobil|mobilnummer|ring|nås på|sms|phone|call)\W{0,3}$/iu.test(before)
  );
}
