/**
 * What a setting of the environment is, and the kinds of values that settings take. No message ever repeats the value.
 */
import { isIP } from 'node:net';
import { z } from 'zod';

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * `name` in the environment, what it is `about` for the operator, and how it is parsed. An empty value counts as not
 * set.
 */
export type Setting<T> = { name: string; about: string; schema: z.ZodType<T, string | undefined> };

export type Reading<T> = { ok: true; config: T } | { ok: false; missing: string[] };

export const setting = <T>(name: string, about: string, schema: z.ZodType<T, string | undefined>): Setting<T> => ({
  name,
  about,
  schema,
});

/**
 * Reads a whole table of settings. What cannot be used is listed, one line a setting: name, what it is, what is wrong.
 */
export function readSettings<T extends Record<string, unknown>>(
  table: { [K in keyof T]: Setting<T[K]> },
  env: Env,
): Reading<T> {
  const missing: string[] = [];
  const config: Partial<T> = {};
  for (const key of Object.keys(table) as (keyof T)[]) {
    const { name, about, schema } = table[key];
    const raw = env[name]?.trim();
    const parsed = schema.safeParse(raw === '' ? undefined : raw);
    if (parsed.success) config[key] = parsed.data;
    else
      missing.push(`${name}: ${about}. ${raw ? (parsed.error.issues[0]?.message ?? 'cannot be used') : 'Is missing'}.`);
  }
  return missing.length > 0 ? { ok: false, missing } : { ok: true, config: config as T };
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EMPTY_GUID = /^[0-]+$/;
const HOST_NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

const separated = (text: string) => [...new Set(text.split(/[\s,]+/).filter((part) => part !== ''))];
const isGuid = (text: string) => GUID.test(text) && !EMPTY_GUID.test(text);
const isUrl = (text: string, protocols: string[]) => URL.canParse(text) && protocols.includes(new URL(text).protocol);

/** 32 random bytes in base64. */
const isKey = (text: string) => /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === 32;

export const guid = z
  .string()
  .refine(isGuid, 'Must be a GUID such as 1b4e28ba-2fa1-4d2e-883f-0016d3cca427')
  .transform((text) => text.toLowerCase());

export const guids = z
  .string()
  .transform((text) => separated(text.toLowerCase()))
  .refine((ids) => ids.length > 0 && ids.every(isGuid), 'Must be one or more GUIDs with commas between');

export const hostNames = z
  .string()
  .transform((text) => separated(text.toLowerCase()))
  .refine(
    (hosts) => hosts.length > 0 && hosts.every((host) => HOST_NAME.test(host)),
    'Must be host names with commas between (no addresses, no ports)',
  );

export const secret = (least: number) => z.string().min(least, `Must be at least ${least} characters`);

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `Must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);

export const port = whole(1, 65_535);

const isNetwork = (text: string): boolean => {
  const [address = '', bits] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most));
};
/** Not `0.0.0.0/0`: whoever is believed by everybody may say anything. */
export const networks = z
  .string()
  .transform(separated)
  .refine((list) => list.every(isNetwork), 'Must be addresses or networks such as 10.0.0.0/8 with commas between');

export const httpsUrl = z
  .string()
  .refine((text) => isUrl(text, ['https:']), 'Must be an https address')
  .transform((text) => new URL(text).href.replace(/(?<!\/)\/+$/, ''));

export const postgresUrl = z
  .string()
  .refine(
    (text) => isUrl(text, ['postgres:', 'postgresql:']),
    'Must be an address such as postgresql://user:password@host:5432/name',
  );

/** `id:key,id:key`: the first seals, all open. Stays text: the key ring itself is made where it is used. */
export const keyRing = z.string().refine((text) => {
  const parts = text.split(',').map((part) => part.trim().split(':'));
  const ids = parts.map(([id]) => id ?? '');
  const whole = parts.every(
    ([id, key, ...rest]) => /^[\w-]{1,40}$/.test(id ?? '') && isKey(key ?? '') && rest.length === 0,
  );
  return whole && new Set(ids).size === ids.length;
}, 'Must be id:key, or several with commas between, each key 32 bytes in base64 and each id used once');

export const key = z.string().refine(isKey, 'Must be 32 bytes in base64');

export const oneOf = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z.enum(choices, { error: `Must be one of ${choices.join(', ')}` });
