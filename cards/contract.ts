/**
 * A card = its template (layout, `x.json`) and its contract (`x.ts`: what it shows, what it asks, how it looks in real
 * use).
 */
import { type ZodObject, type ZodType, z } from 'zod';
import type { RowVerb, Verb } from '../domain/names.ts';

/**
 * Adaptive Card templating, with `"@some.key"` where a text of the text files stands, and `"@each:SET:prefix"` for the
 * choices of a closed set. The frame adds everything around it.
 */
export type CardTemplate = { body: unknown[]; actions: unknown[] };

type Form = ((...allowed: never[]) => ZodType) | undefined;

export type CardContract<D extends ZodObject = ZodObject, F extends Form = Form> = {
  /** What its pictures are called: `child-talk`. */
  name: string;
  template: CardTemplate;
  /**
   * What the card shows. Every field must be there (nullable, never optional): templating shows a missing field as
   * `${field}`.
   */
  data: D;
  /** Parses the inputs as Teams sends them; takes the allowed values where the choices come from the database. */
  form: F;
  /** Made-up data that looks like real use: for the gallery and the contract test. */
  sample: z.input<D>;
  /** No inputs and no typed word: may be posted and updated by the bot itself. */
  live: boolean;
  /**
   * Fields of `data` with words that people typed (`measures.what` for a field of rows). They stand in TextRuns only.
   */
  typed: readonly string[];
};

export type CardData<C extends { data: ZodObject }> = z.input<C['data']>;

/**
 * The first lines of every card: what this is, with its code, the next step as a sentence, and whom that says to ring
 * (`texts/say-phone.ts`), where it does.
 */
export const page = z.object({ title: z.string(), next: z.string(), phones: z.array(z.string()).default([]) });

/** A choice whose title comes from the register or from a date, never from typed words. */
export const choiceRow = z.object({ title: z.string(), value: z.string() });

/** A row's button, where it is not written in the template: it may say which row (`measure.change:7_ab12`). */
export const verb = z.custom<Verb | `${RowVerb}:${string}`>((value) => typeof value === 'string');

/** A row of the plan that is being written, with its buttons: only `text` was typed. */
export const planRow = <R extends 'need' | 'goal' | 'measure' | 'openPoint'>(_: R) =>
  z.object({
    n: z.number(),
    text: z.string(),
    /** What stands below it; empty where there is nothing. */
    about: z.string(),
    change: z.custom<`${R}.change:${string}`>((value) => typeof value === 'string'),
    remove: z.custom<`${R}.remove:${string}`>((value) => typeof value === 'string'),
    changeTip: z.string(),
    removeTip: z.string(),
  });

/** A row of a plan in words (`texts/say-plan.ts`): only `text` was typed. What a row does not say is empty. */
export const sheetRow = z.object({
  heading: z.string(),
  /** What stands before the text, bold. */
  lead: z.string(),
  text: z.string(),
  about: z.string(),
  /** What is missing stands out. */
  style: z.enum(['default', 'warning']),
  spacing: z.enum(['Large', 'Medium', 'Small']),
});

/** A measure of a plan: only `what` was typed. */
export const measureRow = z.object({ n: z.number(), what: z.string(), who: z.string(), due: z.string() });

export function defineCard<D extends ZodObject, F extends Form = undefined>(
  card: Omit<CardContract<D, F>, 'form' | 'live' | 'typed'> & { form?: F; live?: true; typed?: readonly string[] },
): CardContract<D, F> {
  return { ...card, form: once(card.form as F), live: card.live ?? false, typed: card.typed ?? [] };
}

/**
 * zod compiles a form as it is built, which costs more than to parse with it. Asked for nothing it is always the same.
 */
function once<F extends Form>(form: F): F {
  if (!form) return form;
  let fixed: ZodType | undefined;
  const built = (...allowed: never[]): ZodType => {
    if (allowed.length > 0) return form(...allowed);
    fixed ??= form();
    return fixed;
  };
  return built as F;
}
