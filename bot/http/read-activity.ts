/**
 * The body of a request to the bot: bounded in size and depth, a JSON object, and shaped like an activity from Teams.
 */
import { z } from 'zod';

/** Why a request is not believed: a status to answer with, and a code for the log. */
export type Refused = { ok: false; status: number; reason: string };

/** Teams sends a few KB. A quarter of a megabyte is far above the largest form and far below what would hurt. */
export const MAX_BODY_BYTES = 256 * 1024;
/** Deeper nesting than any activity has; code behind us walks values recursively and would run out of stack. */
const MAX_DEPTH = 64;

const short = z.string().min(1).max(1024);

/** Only what the guard and the reply road rely on. Everything else passes as it is and is parsed by whoever uses it. */
const envelope = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: short,
  serviceUrl: short,
  conversation: z.looseObject({ id: short, tenantId: short.optional() }),
  from: z.looseObject({ id: short }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: short }).optional() }).optional(),
});
export type Activity = z.output<typeof envelope>;

const refuse = (status: number, reason: string): Refused => ({ ok: false, status, reason });

export function readActivity(body: Uint8Array): { ok: true; activity: Activity } | Refused {
  if (body.byteLength > MAX_BODY_BYTES) return refuse(413, 'too-large');
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (depthOf(text) > MAX_DEPTH) return refuse(400, 'too-deep');
    value = JSON.parse(text, withoutPrototype);
  } catch {
    return refuse(400, 'not-json');
  }
  const parsed = envelope.safeParse(value);
  return parsed.success ? { ok: true, activity: parsed.data } : refuse(400, 'not-an-activity');
}

/**
 * `__proto__` as a key becomes a live prototype as soon as somebody copies the object. Returning undefined drops it.
 */
const withoutPrototype = (name: string, value: unknown) => (name === '__proto__' ? undefined : value);

/** Deepest nesting of brackets outside of strings. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return deepest;
}
