/** Personnummer in running text. Only numbers of people born before 1900, or published by the Tax Agency for tests. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPersonnummer } from '../../domain/personnummer.ts';

/** A number with the right check digit. */
function withCheck(nine: string): string {
  const sum = [...nine].reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return nine + ((10 - (sum % 10)) % 10);
}

const two = (n: number) => String(n).padStart(2, '0');

/** Every way a number is usually written. */
const FORMS: Record<string, (yy: string, mm: string, dd: string, last: string) => string> = {
  '12 digits': (yy, mm, dd, last) => `18${yy}${mm}${dd}${last}`,
  '12 digits, hyphen': (yy, mm, dd, last) => `18${yy}${mm}${dd}-${last}`,
  '12 digits, space': (yy, mm, dd, last) => `18${yy}${mm}${dd} ${last}`,
  '12 digits, spaced hyphen': (yy, mm, dd, last) => `18${yy}${mm}${dd} - ${last}`,
  '10 digits': (yy, mm, dd, last) => `${yy}${mm}${dd}${last}`,
  '10 digits, hyphen': (yy, mm, dd, last) => `${yy}${mm}${dd}-${last}`,
  '10 digits, plus': (yy, mm, dd, last) => `${yy}${mm}${dd}+${last}`,
  '10 digits, space': (yy, mm, dd, last) => `${yy}${mm}${dd} ${last}`,
  'a dash of a word processor': (yy, mm, dd, last) => `18${yy}${mm}${dd}–${last}`,
  'the date written out': (yy, mm, dd, last) => `18${yy}-${mm}-${dd}-${last}`,
  'spaces in the date': (yy, mm, dd, last) => `18${yy} ${mm} ${dd} ${last}`,
  'dots in the date': (yy, mm, dd, last) => `18${yy}.${mm}.${dd}-${last}`,
  'invisible characters between': (yy, mm, dd, last) => `${yy}${mm}\u200b${dd}\u00ad${last}`,
  'wide digits': (yy, mm, dd, last) => `${yy}${mm}${dd}-${last}`.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
};

const born = fc.record({
  year: fc.integer({ min: 80, max: 99 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  serial: fc.integer({ min: 0, max: 999 }),
  coordination: fc.boolean(),
});

describe.each(Object.entries(FORMS))('written as %s', (_, write) => {
  it('is found, personnummer and samordningsnummer, wherever it stands', () => {
    fc.assert(
      fc.property(
        born,
        fc.constantFrom('', 'Hen är född ', 'pnr:', 'x', '('),
        fc.constantFrom('', ' och bor här', ')', 'x', '.'),
        (who, before, after) => {
          const [yy, mm, dd] = [two(who.year), two(who.month), two(who.day + (who.coordination ? 60 : 0))];
          const last = withCheck(yy + mm + dd + String(who.serial).padStart(3, '0')).slice(6);
          return hasPersonnummer(before + write(yy, mm, dd, last) + after);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});

it('the Tax Agency’s own test number is found', () => {
  expect(hasPersonnummer('189001019802')).toBe(true);
  expect(hasPersonnummer('900101+9802')).toBe(true);
});

describe('what passes', () => {
  it.each([
    'Ring 0521-72 10 00 eller 070-174 06 05.',
    'Växeln: 0521-721000, mobil 0701740605',
    '+46 70 174 06 05, 0046701740605',
    '08-123 456 78',
    'Tisdag 2026-03-10 kl. 13.00–14.00',
    '2026-03-10 13:00, 20260310',
    'dnr 2026/123, dnr KS 2026-00412',
    'Organisationsnummer 212000-1595',
    'Bankgiro 5050-1055',
    'Åtgärd 1 av 12, 3 av 3 i kommunen kan',
    '890101-980',
    '189013019802',
    '189001019803',
    '18900101980212',
    'K7M-3XQ',
    '',
  ])('%s', (text) => {
    expect(hasPersonnummer(text)).toBe(false);
  });

  it('telephone numbers as they are usually written', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const mobile = fc.tuple(fc.constantFrom('070', '072', '073', '076', '079'), fc.array(digit, { minLength: 7, maxLength: 7 }));
    fc.assert(
      fc.property(mobile, ([area, d]) => {
        const n = d.join('');
        const written = [
          `${area}-${n.slice(0, 3)} ${n.slice(3, 5)} ${n.slice(5)}`,
          `${area} ${n.slice(0, 3)} ${n.slice(3, 5)} ${n.slice(5)}`,
          `${area}-${n}`,
          `${area}${n[0]}-${n.slice(1)}`,
          `+46${area.slice(1)}${n}`,
          `tel ${area}${n}`,
          `mobil: ${area}${n}`,
        ];
        return written.every((text) => !hasPersonnummer(text));
      }),
      { numRuns: 2000, seed: 2 },
    );
  });
});

it('a megabyte of digits or spaces is answered at once', () => {
  const started = performance.now();
  hasPersonnummer('1'.repeat(1_000_000));
  hasPersonnummer('18 '.repeat(300_000));
  hasPersonnummer('18 90 01 01 '.repeat(80_000));
  expect(performance.now() - started).toBeLessThan(1500);
});
