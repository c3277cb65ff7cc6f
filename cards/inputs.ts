/**
 * Inputs as Teams sends them, parsed. Teams sends strings only: '' or nothing for an empty field, 'true'/'false' for a
 * toggle, 'a,b' for a choice of several. Empty becomes null (or [] or false); the message of every issue is a key in
 * the text files.
 */
import { Temporal } from 'temporal-polyfill';
import { type ZodType, z } from 'zod';
import { hasPersonnummerBefore } from '../domain/words/addresses.ts';
import { hasPersonnummer } from '../domain/words/personnummer.ts';
import { namesReport } from '../domain/words/reports.ts';
import type { TextKey } from './texts/say.ts';

const refuse = (context: z.RefinementCtx, key: TextKey) => context.addIssue({ code: 'custom', message: key });

const sent = (whenOdd: TextKey) =>
  z.preprocess(
    (value) =>
      value === null || value === undefined
        ? ''
        : typeof value === 'boolean' || typeof value === 'number'
          ? String(value)
          : value,
    z.string({ error: whenOdd }),
  );

/** One of `allowed`, or null. */
export function choice<T extends string>(allowed: readonly T[]): ZodType<T | null> {
  return sent('error.choice').transform((value, context) => {
    const found = allowed.find((one) => one === value) ?? null;
    if (found === null && value !== '') refuse(context, 'error.choice');
    return found;
  });
}

/** Some of `allowed`, in their order, each once. */
export function choices<T extends string>(allowed: readonly T[]): ZodType<T[]> {
  return sent('error.choice').transform((value, context) => {
    const parts = new Set(value.split(',').filter((part) => part !== ''));
    const found = allowed.filter((one) => parts.has(one));
    if (found.length !== parts.size) refuse(context, 'error.choice');
    return found;
  });
}

/** A number out of a closed list ('3', '6', '12'). */
export function numberChoice(allowed: readonly string[]): ZodType<number | null> {
  return choice(allowed).transform((value) => (value === null ? null : Number(value)));
}

export function toggle(): ZodType<boolean> {
  return sent('error.choice').transform((value) => value === 'true');
}

/** A calendar day, `2026-03-02`. */
export function day(): ZodType<Temporal.PlainDate | null> {
  return sent('error.date').transform((value, context) => {
    if (value === '') return null;
    if (/^(19|20)\d\d-\d\d-\d\d$/.test(value)) {
      try {
        return Temporal.PlainDate.from(value, { overflow: 'reject' });
      } catch {
        // 30 February: the issue below says so
      }
    }
    refuse(context, 'error.date');
    return null;
  });
}

/** A time of day, `13:00`. */
export function clock(): ZodType<Temporal.PlainTime | null> {
  return sent('error.clock').transform((value, context) => {
    if (value === '') return null;
    if (/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value)) return Temporal.PlainTime.from(value);
    refuse(context, 'error.clock');
    return null;
  });
}

/**
 * Words that a person typed: trimmed, without control characters, and never with a personnummer or a report of concern
 * in them.
 */
export function words(max: number): ZodType<string | null> {
  return sent('error.text').transform((value, context) => {
    const text = clean(value);
    // An absurd length is refused before anything is looked for in it.
    if (text.length > max) refuse(context, 'error.tooLong');
    else if (hasPersonnummer(text)) refuse(context, 'error.personnummer');
    else if (namesReport(text)) refuse(context, 'error.notHere');
    return text === '' ? null : text;
  });
}

/** A mail address, in lower case. */
export function mail(): ZodType<string | null> {
  return words(120).transform((value, context) => {
    if (value === null) return null;
    const parsed = z.email().safeParse(value.toLowerCase());
    if (!parsed.success) refuse(context, 'error.mail');
    else if (hasPersonnummerBefore(parsed.data)) refuse(context, 'error.personnummer');
    return parsed.data ?? null;
  });
}

/** PostgreSQL refuses NUL, JSON refuses half characters, and turned reading direction hides what stands in a text. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}
