import { expect, test } from 'vitest';
import { KeyRingFault, openKeyRing } from '../../prisma/crypto.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const old = openKeyRing(`k1:${key(1)}`);
const rotated = openKeyRing(`k2:${key(2)},k1:${key(1)}`);

test('a text opens where it was sealed, and is sealed differently each time', () => {
  const sealed = old.seal('Åäö 👋', 'Talk.words:1');
  expect(old.open(sealed, 'Talk.words:1')).toBe('Åäö 👋');
  expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/);
  expect(old.seal('Åäö 👋', 'Talk.words:1')).not.toBe(sealed);
});

test('an empty text is a text', () => expect(old.open(old.seal('', 'a.b:1'), 'a.b:1')).toBe(''));

test('a new first key seals, the old one still opens', () => {
  expect(rotated.open(old.seal('x', 'a.b:1'), 'a.b:1')).toBe('x');
  expect(rotated.seal('x', 'a.b:1')).toMatch(/^v1\.k2\./);
});

test.each([
  ['another row', 'Talk.words:2'],
  ['another field', 'Talk.wishes:1'],
])('a text moved to %s does not open', (_, place) => {
  const sealed = old.seal('x', 'Talk.words:1');
  expect(() => old.open(sealed, place)).toThrow(KeyRingFault);
});

test('a key with the same id but other bytes does not open', () => {
  expect(() => openKeyRing(`k1:${key(9)}`).open(old.seal('x', 'a.b:1'), 'a.b:1')).toThrow('does not open with key k1');
});

test('a text sealed with a key that is not in the ring says which one is missing', () => {
  expect(() => old.open(rotated.seal('x', 'a.b:1'), 'a.b:1')).toThrow('needs key k2');
});

test('a changed text does not open', () => {
  const sealed = old.seal('ja', 'a.b:1');
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => old.open(changed, 'a.b:1')).toThrow(KeyRingFault);
});

test.each([
  ['', 'There is no key.'],
  ['k1', 'Key 1 is not written as id:key'],
  [`k1:${Buffer.alloc(16).toString('base64')}`, 'Key k1 is 16 bytes long; it must be 32.'],
  [`k1:${key(1)},k1:${key(2)}`, 'Two keys have the same id.'],
])('a key ring written wrongly (%s) is refused with a sentence', (text, sentence) => {
  expect(() => openKeyRing(text)).toThrow(sentence);
});
