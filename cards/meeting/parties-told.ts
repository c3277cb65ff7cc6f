/** Whom the meeting is about is told outside the bot; here is only noted to which unit, and how. */
import { z } from 'zod';
import { TOLD_HOW } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, choices } from '../inputs.ts';
import template from './parties-told.json' with { type: 'json' };

/** @param tell the units that may be told; @param units those that can have checked the consent. Answers by unit id. */
const partiesToldForm = (tell: readonly string[], units: readonly string[]) =>
  z.looseObject({ checked: choices(units) }).transform((sent, context) => {
    const told = tell.map((unit, n) => {
      const how = choice(TOLD_HOW).safeParse(sent[`told_${n}`]);
      if (!how.success) context.addIssue({ code: 'custom', message: 'error.choice', path: [`told_${n}`] });
      return [unit, how.data ?? null] as const;
    });
    return { told: Object.fromEntries(told), checked: sent.checked };
  });

export const partiesTold = defineCard({
  name: 'told',
  template,
  data: page.extend({
    /** What may be spoken about. */
    topics: z.string().nullable(),
    /** The line to read on the telephone. */
    ready: z.string().nullable(),
    /** Without consent to prepare nobody is told before the meeting. */
    notYet: z.string().nullable(),
    /** The n:th unit's input is `told_<n>`, from 0. */
    tell: z.array(z.object({ id: z.string(), label: z.string() })),
    units: z.array(choiceRow),
  }),
  form: partiesToldForm,
  sample: {
    title: 'K7M-3XQ · Vem det gäller',
    next: 'Berätta för varje verksamhet vem det gäller. Det gör du själv, på ett säkert sätt.',
    topics: 'Det ni får prata om: Skola och förskola, Psykisk hälsa.',
    ready:
      '”Hej, jag ringer om K7M-3XQ. Ni står på blanketten, och samtycket gäller till och med onsdag 2 september 2026. Då berättar jag vem det gäller.”',
    notYet: null,
    tell: [
      { id: 'u-2', label: 'Socialtjänsten, barn och unga · Per Åberg, socialsekreterare, 08-465 004 32' },
      { id: 'u-3', label: 'Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator, 08-465 004 31' },
    ],
    units: [
      { title: 'Socialtjänsten, barn och unga', value: 'u-2' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
    ],
  },
});
