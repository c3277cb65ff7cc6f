/**
 * The one reader of bodies: JSON, never packed, bounded in size and depth. Nothing is unpacked, written to a file or
 * read as anything else, whatever a request calls itself.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** Why a request is not believed: a status to answer with, and a code for the log; the tenant that it names, if any. */
export type Refused = { ok: false; status: number; reason: string; tenant?: string; retryAfterSeconds?: number };
export type Read = { ok: true; value: unknown } | Refused;
export type Incoming = Readable & { headers: IncomingHttpHeaders };

/** Deeper nesting than anything has that we are sent; code behind us walks values recursively. */
const MAX_DEPTH = 64;
/** More values than anything has that we are sent. A million bytes of `{},` become thirty million of memory. */
const MAX_VALUES = 20_000;
/** `__proto__`, or any of its letters written as an escape. */
const NAMES_PROTOTYPE = /__proto__|\\u00(?:5f|70|72|6f|74)/i;
const MAX_ODD_CHARACTERS = 64 * 1024;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

const refuse = (status: number, reason: string): Refused => ({ ok: false, status, reason });

/** Whether the headers announce a body. */
export const hasBody = ({ headers }: Pick<Incoming, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** What the headers alone refuse, on every route, before anything else is looked at. `most` is in bytes, 0: no body. */
export function refusedByHeaders(request: Pick<Incoming, 'headers'>, most: number): Refused | null {
  if (request.headers['content-encoding'] !== undefined) return refuse(415, 'encoded');
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > most || (most === 0 && hasBody(request));
  return isTooLarge ? refuse(413, 'too-large') : null;
}

/** A body in pieces of a byte each costs hundreds of times what it weighs. */
const MAX_PIECES = 1_000;

const BUSY: Refused = { ok: false, status: 503, reason: 'busy', retryAfterSeconds: 1 };

/**
 * 415 for the type, 413 as soon as more than `most` bytes have come, 503 where `mayHold` leaves no room for them, 400
 * for what is cut short, no JSON, too deep or of too many values.
 */
export async function readJson(
  request: Incoming,
  most: number,
  mayHold: (bytes: number) => boolean = () => true,
): Promise<Read> {
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return refuse(415, 'not-json-type');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Whoever is refused is still answered, so the stream is left as it is.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) return refuse(413, 'too-large');
      if (!mayHold(chunk.length)) return BUSY;
      if (chunks.length >= MAX_PIECES) return refuse(400, 'in-pieces');
      chunks.push(chunk);
    }
  } catch {
    return refuse(400, 'cut-short');
  }
  return parseJson(Buffer.concat(chunks));
}

function parseJson(body: Uint8Array): Read {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const { deepest, values } = measure(text);
    if (deepest > MAX_DEPTH) return refuse(400, 'too-deep');
    if (values > MAX_VALUES) return refuse(400, 'too-many');
    if (!NAMES_PROTOTYPE.test(text)) return { ok: true, value: JSON.parse(text) };
    // Looking at every key costs five times as much: nobody makes us do that with a large body.
    if (text.length > MAX_ODD_CHARACTERS) return refuse(400, 'odd-key');
    return { ok: true, value: JSON.parse(text, withoutPrototype) };
  } catch {
    return refuse(400, 'not-json');
  }
}

/**
 * `__proto__` as a key becomes a live prototype as soon as somebody copies the object. Returning undefined drops it.
 */
const withoutPrototype = (name: string, value: unknown) => (name === '__proto__' ? undefined : value);

/** Outside of strings: the deepest nesting of brackets, and about how many values there are. */
function measure(json: string): { deepest: number; values: number } {
  let depth = 0;
  let deepest = 0;
  let values = 0;
  let inString = false;
  for (let at = 0; at < json.length && values <= MAX_VALUES; at++) {
    const char = json[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === ',') values++;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return { deepest, values };
}
