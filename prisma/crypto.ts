/**
 * Seals the texts that people type about somebody: AES-256-GCM, bound to the row and field they stand in. Envelope:
 * `<version>.<key id>.<nonce>.<tag + ciphertext>` (base64url). The key ring's first key seals; all of them open, so keys
 * can be changed without stopping.
 *
 * `v1` used a key of the ring for sealing and for marks alike; `v2` derives one for each from it (HKDF, RFC 5869). Both
 * are read; which one is written is a setting, since a copy from before v2 cannot read it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** `place` is `Model.field:rowId`: a text moved to another row or field does not open. */
export interface KeyRing {
  seal(text: string, place: string): string;
  /** Throws KeyRingFault. */
  open(sealed: string, place: string): string;
  /** Tells a text from another without telling what it says, not even to somebody who tries every answer. */
  mark(text: string, place: string): string;
  /** That mark and every other that a copy of the program with these keys may have made of the same text. */
  marks(text: string, place: string): string[];
}

export class KeyRingFault extends Error {}

export const SEAL_VERSIONS = ['v1', 'v2'] as const;
export type SealVersion = (typeof SEAL_VERSIONS)[number];

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Node would be content with four bytes of it. */
const WHOLE_TAG = { authTagLength: TAG_BYTES };

type Keys = { seal: KeyObject; mark: KeyObject };

const derived = (key: KeyObject, purpose: 'seal' | 'mark'): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `vastbus ${purpose} v2`, 32)));

const KEYS_OF: Record<SealVersion, (key: KeyObject) => Keys> = {
  v1: (key) => ({ seal: key, mark: key }),
  v2: (key) => ({ seal: derived(key, 'seal'), mark: derived(key, 'mark') }),
};

/**
 * `text` is `id:base64key[,id:base64key…]`, 32 bytes a key; `version` is the one that is written. Throws KeyRingFault;
 * its message never shows key material.
 */
export function openKeyRing(text: string, version: SealVersion = 'v1'): KeyRing {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const ids = new Map(parts.map((part, index) => parseKey(part, index + 1)));
  if (ids.size < parts.length) throw new KeyRingFault('Two keys have the same id.');
  const ring = new Map([...ids].map(([id, key]) => [id, { v1: KEYS_OF.v1(key), v2: KEYS_OF.v2(key) }]));
  const [current] = ring;
  if (!current) throw new KeyRingFault('There is no key.');
  const [currentId, { [version]: keys }] = current;
  const mark = (plain: string, place: string) => markWith(keys.mark, plain, place);
  return {
    seal: (plain, place) => seal(`${version}.${currentId}`, keys.seal, plain, place),
    open: (sealed, place) => open(ring, sealed, place),
    mark,
    marks: (plain, place) => {
      const all = [...ring.values()].flatMap(({ v1, v2 }) => [v1, v2].map((one) => markWith(one.mark, plain, place)));
      return [...new Set([mark(plain, place), ...all])];
    },
  };
}

const markWith = (key: KeyObject, text: string, place: string): string =>
  createHmac('sha256', key).update(`mark ${place}\n${text}`).digest('base64url').slice(0, 22);

function parseKey(part: string, number: number): [string, KeyObject] {
  const [, id, key] = /^([A-Za-z0-9_-]+):([A-Za-z0-9+/_-]+={0,2})$/.exec(part) ?? [];
  if (!id || !key) throw new KeyRingFault(`Key ${number} is not written as id:key, with 32 bytes in base64.`);
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== 32) throw new KeyRingFault(`Key ${id} is ${bytes.length} bytes long; it must be 32.`);
  return [id, createSecretKey(bytes)];
}

/** `head`: version and key id. */
function seal(head: string, key: KeyObject, plain: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${head}.${nonce.toString('base64url')}.${Buffer.concat([cipher.getAuthTag(), text]).toString('base64url')}`;
}

function open(ring: Map<string, Record<SealVersion, Keys>>, sealed: string, place: string): string {
  const [head, keyId, nonce, body] = sealed.split('.');
  const version = SEAL_VERSIONS.find((one) => one === head);
  if (!version || !keyId || !nonce || !body)
    throw new KeyRingFault(`The text at ${place} is not sealed as ${SEAL_VERSIONS.join(' or ')}.`);
  const keys = ring.get(keyId);
  if (!keys) throw new KeyRingFault(`The text at ${place} needs key ${keyId}, which is not in the key ring.`);
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keys[version].seal, Buffer.from(nonce, 'base64url'), WHOLE_TAG);
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(0, TAG_BYTES));
    return decipher.update(bytes.subarray(TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new KeyRingFault(
      `The text at ${place} does not open with key ${keyId}: another key, or it was moved or changed.`,
    );
  }
}
