/** What may stand before the @ of an address that is typed. */
import { describe, expect, test } from 'vitest';
import { hasPersonnummerBefore, mayNameSomebody } from '../../domain/words/addresses.ts';

describe('what may tell of somebody is asked about', () => {
  test.each([
    'olle.ar.slagen.hemma',
    'olle',
    'Göran.Berg',
    'goran.berg',
    'mamma_till_lisa',
    'kurator.eva',
    'pojken07',
    '0701740605',
    'akt-2231',
    'vill.inte.hem',
    'zahra+skolan',
  ])('%s', (local) => expect(mayNameSomebody(`${local}@skola.example`)).toBe(true));

  test.each(['mottagning', 'bup.dalsland', 'elevhalsan', 'norra-skolan', 'info', 'individ.familj'])(
    '%s is a unit, and passes',
    (local) => expect(mayNameSomebody(`${local}@skola.example`)).toBe(false),
  );

  test('what stands after the @ is the unit’s own domain', () =>
    expect(mayNameSomebody('info@anna.skola2.example')).toBe(false));
});

describe('a personnummer before the @ is refused, however it is spread out', () => {
  test.each(['191212121212', '19121212-1212', '1912.12.12.1212', 'olle.121212_1212', '19+12+12+12+12+12'])(
    '%s',
    (local) => expect(hasPersonnummerBefore(`${local}@skola.example`)).toBe(true),
  );
  test.each(['akt.2231', 'rum12', '0701740605', 'a.1234'])('%s is none', (local) =>
    expect(hasPersonnummerBefore(`${local}@skola.example`)).toBe(false),
  );
});
