/**
 * Personnummer in running text. Only numbers of people born before 1900, or with serial numbers that the Tax Agency's
 * published test numbers have; they are made here and written nowhere.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPersonnummer } from '../../domain/words/personnummer.ts';

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
  'wide digits': (yy, mm, dd, last) =>
    `${yy}${mm}${dd}-${last}`.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
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
    const mobile = fc.tuple(
      fc.constantFrom('070', '072', '073', '076', '079'),
      fc.array(digit, { minLength: 7, maxLength: 7 }),
    );
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
  const before = process.cpuUsage();
  hasPersonnummer('1'.repeat(1_000_000));
  hasPersonnummer('18 '.repeat(300_000));
  hasPersonnummer('18 90 01 01 '.repeat(80_000));
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1500);
});

const one = <T>(list: readonly [T, ...T[]]) => fc.constantFrom<T>(...list);
const digits = (least: number, most = least) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''));

describe('fault 38: counted', () => {
  const EACH = 2_500;
  const caught = (texts: readonly string[]) => texts.filter(hasPersonnummer).length;

  /** Born 1900–2026, with the serial numbers of the published test numbers, as personnummer or samordningsnummer. */
  const someone = fc
    .record({
      born: fc.date({
        min: new Date('1900-01-01T00:00:00Z'),
        max: new Date('2026-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      serial: fc.oneof(fc.integer({ min: 238, max: 239 }), fc.integer({ min: 980, max: 999 })),
      coordination: fc.boolean(),
    })
    .map(({ born, serial, coordination }) => {
      const [cc, yy, mm] = [
        String(born.getUTCFullYear()).slice(0, 2),
        two(born.getUTCFullYear() % 100),
        two(born.getUTCMonth() + 1),
      ];
      const dd = two(born.getUTCDate() + (coordination ? 60 : 0));
      return { cc, yy, mm, dd, last: withCheck(yy + mm + dd + String(serial)).slice(6) };
    });
  const written = fc
    .tuple(someone, fc.boolean(), one(['', ' ', '-', '.', '/']), one(['', '-', ' ', '–', ' - ', '+']))
    .map(([who, long, between, sign]) => {
      const { cc, yy, mm, dd, last } = who;
      return `${long ? cc : ''}${[yy, mm, dd].join(between)}${sign}${last}`;
    });
  const sentence = fc
    .tuple(
      one([
        '',
        'Pojken, född ',
        'Pnr: ',
        'mötet 2026-03-10 ',
        'årskurs 7, ',
        'Ring 0521-72 10 00 om ',
        'dnr 2026/00412 avser ',
        '(',
        'Åsa\n',
        'x',
      ]),
      written,
      one(['', '.', ' bor hos mamma.', ', 12 år', ')', ' 2026-03-10', '\noch', ' kl. 13.00']),
    )
    .map((parts) => parts.join(''));

  it('of valid numbers in every form, in sentences, at least 99.9 % are caught', () => {
    const texts = fc.sample(sentence, { numRuns: 20_000, seed: 38 });
    expect(texts.length - caught(texts)).toBeLessThanOrEqual(20);
  });

  it('mistyped ones too: a whole birth date, a hyphen or plus and four digits', () => {
    const typed = fc
      .tuple(someone, one(['-', '+', '–']), digits(4))
      .map(([{ cc, yy, mm, dd }, sign, any]) => `${cc}${yy}${mm}${dd}${sign}${any}`);
    const texts = fc.sample(typed, { numRuns: EACH, seed: 38 });
    expect(caught(texts)).toBe(EACH);
  });

  const [hour, minute] = [fc.integer({ min: 0, max: 23 }).map(two), fc.integer({ min: 0, max: 59 }).map(two)];
  const date = fc
    .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const LETTERS = 'ACDEFGHJKMNPQRTWXY34679';
  const three = fc.array(fc.constantFrom(...LETTERS), { minLength: 3, maxLength: 3 }).map((list) => list.join(''));
  const put = (pattern: string, number: string) =>
    [...pattern].reduce(
      (text, sign) => text + (sign === 'x' ? (number[text.replace(/\D/g, '').length] ?? '') : sign),
      '',
    );
  /** `x` is the next digit. */
  const grouped = (patterns: readonly [string, ...string[]], start: fc.Arbitrary<string>) =>
    fc.tuple(one(patterns), start, digits(9)).map(([pattern, first, rest]) => put(pattern, first + rest));

  const OTHERS: Record<string, fc.Arbitrary<string>> = {
    'mobile numbers': fc.oneof(
      grouped(
        [
          'xxx-xxx xx xx',
          'xxx xxx xx xx',
          'xxx-xxxxxxx',
          'xxx-xxx xxxx',
          'xxx/xxx xx xx',
          'mobil xxxxxxxxxx',
          'tel: xxxxxxxxxx',
          'sms xxxxxxxxxx',
        ],
        one(['070', '072', '073', '076', '079']),
      ),
      grouped(
        ['+xx xx xxx xx xx', '+xxxxxxxxxxx', '+xx-xx-xxx xx xx', '+xx (0)xx-xxx xx xx'],
        one(['4670', '4672', '4673', '4676', '4679']),
      ),
    ),
    'other telephone numbers': fc.oneof(
      grouped(
        ['xxxx-xx xx xx', 'xxxx-xxxxx', 'xxxx-xxx xx', 'xxxx xx xx xx'],
        one(['0521', '0520', '0522', '0532', '0511', '0501']),
      ),
      // In one row only where the code cannot be year and month: 0511 and 0501 could be both.
      grouped(['xxxxxxxxxx'], one(['0521', '0520', '0522', '0532'])),
      grouped(['xx-xxx xxx xx', 'xx-xxx xx xx', 'xx-xxxxxxxx'], one(['08'])),
      grouped(['xxx-xxx xx xx', 'xxx-xx xx xx', 'xxx-xxxxxxx', 'xxx xxx xx xx'], one(['010', '031', '033', '020'])),
    ),
    'numbers in a register': fc
      .tuple(
        one(['dnr ', 'Dnr: ', 'KS ', 'BUN-', 'HSN ', 'beslut ', '']),
        fc.integer({ min: 1990, max: 2030 }),
        one(['/', '-', '/0', '-00', ':', '.']),
        digits(1, 5),
        one(['', '-3', ' §12']),
      )
      .map((parts) => parts.join('')),
    dates: fc.oneof(
      date,
      date.map((text) => text.replaceAll('-', '')),
      date.map((text) => text.slice(2).replaceAll('-', '')),
      date.map((text) => text.replaceAll('-', '.')),
      date.map((text) => `${Number(text.slice(8))}/${Number(text.slice(5, 7))} ${text.slice(0, 4)}`),
      fc.tuple(date, one(['–', ' – ', '-', ' till ']), date).map((parts) => parts.join('')),
    ),
    times: fc
      .tuple(
        date,
        one([' kl. ', ' ', ' kl ', 'T']),
        hour,
        one([':', '.']),
        minute,
        one(['–', '-', ' - ']),
        hour,
        one([':', '.']),
        minute,
      )
      .map((parts) => parts.join('')),
    'numbers of bookings': fc
      .tuple(
        one(['Bokning ', 'Tolk nr ', 'T-', 'boknr: ', '2026-', 'TFV', '']),
        digits(4, 9),
        one(['', '-1', '-02', 'A']),
      )
      .map((parts) => parts.join('')),
    'codes of cases': fc.tuple(three, three).map((parts) => parts.join('-')),
  };

  it.each(Object.entries(OTHERS))('of %s less than 0.1 % are taken for one', (_what, others) => {
    const texts = fc.sample(others, { numRuns: EACH, seed: 38 });
    expect(texts.filter(hasPersonnummer).length, texts.filter(hasPersonnummer).slice(0, 5).join(' | ')).toBeLessThan(
      EACH / 1_000,
    );
  });

  it('what could be both counts as one', () => {
    expect(hasPersonnummer('0701011230')).toBe(hasPersonnummer('070101-1230'));
    expect(['20260310-1300', '2026-03-10-1300'].every(hasPersonnummer)).toBe(true);
    expect(hasPersonnummer('2026-03-10 13:00')).toBe(false);
  });
});
