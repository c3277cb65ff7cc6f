/** An answer that came by telephone, and who comes instead of somebody who cannot. */
import { z } from 'zod';
import { DECLINE_REASONS, PHONE_ANSWERS } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './answers.json' with { type: 'json' };

/**
 * @param people ids of those who are called, and somebody else; @param standIns addresses of those who can come
 * instead;
 * @param unknown addresses in the calendar that are nobody's
 */
const answersForm = (people: readonly string[], standIns: readonly string[], unknown: readonly string[]) =>
  z.object({
    from: choice(unknown),
    who: choice(people),
    answer: choice(PHONE_ANSWERS),
    reason: choice(DECLINE_REASONS),
    standIn: choice(standIns),
  });

export const answers = defineCard({
  name: 'answers',
  template,
  data: page.extend({
    /**
     * "BUP Dalsland · Eva Lind, psykolog: **Nej** (Sjukdom)". Reasons stand here only, never on a message that stands.
     */
    rows: z.array(z.string()),
    /** That who is called must come, or is asked to. */
    duty: z.string(),
    partyChoices: z.array(choiceRow),
    standInChoices: z.array(choiceRow),
    /** Addresses in the calendar that are nobody's, with what they answered. For the one who presses only. */
    fromChoices: z.array(choiceRow),
  }),
  form: answersForm,
  sample: {
    title: 'K7M-3XQ · Svar',
    next: 'Ring Barn- och ungdomspsykiatri. Fråga varför de inte kan komma, och vem som kan komma i stället.',
    duty: 'Alla som är kallade ska delta. Kan någon inte? Fråga efter en ersättare som får besluta för verksamheten.',
    rows: [
      'Socialtjänsten, barn och unga · Per Åberg, socialsekreterare: **Ja**',
      'Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator: **Nej** (Orsak inte angiven)',
    ],
    partyChoices: [
      { title: 'Socialtjänsten, barn och unga · Per Åberg, socialsekreterare', value: 'p-1' },
      { title: 'Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator', value: 'p-2' },
    ],
    fromChoices: [{ title: 'l.hassel@regionen.example: Preliminärt', value: 'g-0' }],
    standInChoices: [
      { title: 'Barn- och ungdomspsykiatrin (BUP) · Nils Ek, psykolog', value: 'nils.ek@regionen.example' },
      { title: 'Barn- och ungdomspsykiatrin (BUP) · funktionsbrevlådan', value: 'bup@regionen.example' },
    ],
  },
});
