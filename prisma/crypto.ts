/**
 * Seals the texts that people type about somebody: AES-256-GCM, bound to the row and field they stand in. Envelope:
 * `v1.<key id>.<nonce>.<tag + ciphertext>` (base64url). The key ring's first key seals; all of them open, so keys can
 * be changed without stopping.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** `place` is `Model.field:rowId`: a text moved to another row or field does not open. */
export interface KeyRing {
  seal(text: string, place: string): string;
  open(sealed: string, place: string): string;
  /** Tells a text from another without telling what it says, not even to somebody who tries every answer. */
  mark(text: string, place: string): string;
}

export class KeyRingFault extends Error {}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * `text` is `id:base64key[,id:base64key…]`, 32 bytes a key. Throws KeyRingFault; its message never shows key material.
 */
export function openKeyRing(text: string): KeyRing {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const keys = new Map(parts.map((part, index) => parseKey(part, index + 1)));
  if (keys.size < parts.length) throw new KeyRingFault('Two keys have the same id.');
  const [current] = keys;
  if (!current) throw new KeyRingFault('There is no key.');
  return {
    seal: (plain, place) => seal(current[0], current[1], plain, place),
    open: (sealed, place) => open(keys, sealed, place),
    mark: (text, place) =>
      createHmac('sha256', current[1]).update(`mark ${place}\n${text}`).digest('base64url').slice(0, 22),
  };
}

function parseKey(part: string, number: number): [string, KeyObject] {
  const [, id, key] = /^([A-Za-z0-9_-]+):([A-Za-z0-9+/_-]+={0,2})$/.exec(part) ?? [];
  if (!id || !key) throw new KeyRingFault(`Key ${number} is not written as id:key, with 32 bytes in base64.`);
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== 32) throw new KeyRingFault(`Key ${id} is ${bytes.length} bytes long; it must be 32.`);
  return [id, createSecretKey(bytes)];
}

function seal(keyId: string, key: KeyObject, plain: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `v1.${keyId}.${nonce.toString('base64url')}.${Buffer.concat([cipher.getAuthTag(), text]).toString('base64url')}`;
}

function open(keys: Map<string, KeyObject>, sealed: string, place: string): string {
  const [version, keyId, nonce, body] = sealed.split('.');
  if (version !== 'v1' || !keyId || !nonce || !body)
    throw new KeyRingFault(`The text at ${place} is not sealed as v1.`);
  const key = keys.get(keyId);
  if (!key) throw new KeyRingFault(`The text at ${place} needs key ${keyId}, which is not in the key ring.`);
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url')).setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(0, TAG_BYTES));
    return decipher.update(bytes.subarray(TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new KeyRingFault(
      `The text at ${place} does not open with key ${keyId}: another key, or it was moved or changed.`,
    );
  }
}
