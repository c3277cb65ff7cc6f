import { createDecipheriv, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
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

test('a text that was cut does not open, however little is left', () => {
  const [version, id, nonce, body] = old.seal('x', 'a.b:1').split('.');
  for (const bytes of [4, 8, 12, 15]) {
    const cut = Buffer.from(body ?? '', 'base64url')
      .subarray(0, bytes)
      .toString('base64url');
    expect(() => old.open([version, id, nonce, cut].join('.'), 'a.b:1')).toThrow(KeyRingFault);
  }
});

describe('a key for sealing and another for marks, both out of the ring’s', () => {
  const v2 = openKeyRing(`k1:${key(1)}`, 'v2');
  const place = 'Talk.words:1';

  test('what an older program sealed and marked is still read', () => {
    const sealed = 'v1.k1.nZQiH1keUEgzK0wq.O7Q27UorblIuIbkRH0FiNr6-x5xAx2TLJkGr';
    expect([old, v2, rotated].map((ring) => ring.open(sealed, place))).toEqual(Array(3).fill('Åäö 👋'));
    for (const ring of [old, v2, rotated])
      expect(ring.marks('{"words":"x"}', 'key')).toContain('0jVmw4z_IDV1vhjVEfe9An');
  });

  test('copies that write one and the other read each other', () => {
    expect(v2.seal('x', place)).toMatch(/^v2\.k1\./);
    expect(old.open(v2.seal('x', place), place)).toBe('x');
    expect(v2.open(old.seal('x', place), place)).toBe('x');
  });

  test('what each of them marks the others know, whichever of the keys comes first', () => {
    const rings = [
      old,
      v2,
      rotated,
      openKeyRing(`k2:${key(2)},k1:${key(1)}`, 'v2'),
      openKeyRing(`k1:${key(1)},k2:${key(2)}`, 'v2'),
    ];
    for (const ring of [rotated, ...rings.slice(3)])
      for (const other of rings) expect(ring.marks('x', place)).toContain(other.mark('x', place));
    for (const ring of rings) {
      expect(ring.marks('x', place)[0]).toBe(ring.mark('x', place));
      expect(ring.marks('x', place)).not.toContain(ring.mark('y', place));
    }
  });

  test('the ring’s own key neither opens nor marks', () => {
    const own = Buffer.alloc(32, 1);
    const opens = (sealed: string) => {
      const [, , nonce = '', body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', own, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(0, 16));
      decipher.update(bytes.subarray(16));
      decipher.final();
    };
    expect(() => opens(old.seal('x', place))).not.toThrow();
    expect(() => opens(v2.seal('x', place))).toThrow();
    const marked = createHmac('sha256', own).update(`mark ${place}\nx`).digest('base64url').slice(0, 22);
    expect([old.mark('x', place) === marked, v2.mark('x', place) === marked]).toEqual([true, false]);
  });

  test('bound to row and field as before, and one cannot pass for the other', () => {
    const sealed = v2.seal('x', place);
    expect(() => v2.open(sealed, 'Talk.words:2')).toThrow(KeyRingFault);
    expect(() => v2.open(sealed.replace('v2', 'v1'), place)).toThrow(KeyRingFault);
    expect(() => v2.open(old.seal('x', place).replace('v1', 'v2'), place)).toThrow(KeyRingFault);
    expect(() => v2.open(sealed.replace('v2', 'v3'), place)).toThrow('is not sealed as v1 or v2');
  });
});
