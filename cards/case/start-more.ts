/**
 * First sitting, second page: whether the law's plan is needed, an existing one, placement, the day of need, and at
 * 15–17 when the young person comes of age.
 */
import { z } from 'zod';
import { DECIDES, INITIATIVES, PLACED_CONSENT_BY, PLACEMENTS, YES_NO_UNKNOWN } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, day } from '../inputs.ts';
// In a container, because a client that turns one page of inputs into the next may keep the choices of what stood in
// the same place.
import template from './start-more.json' with { type: 'json' };

/** @param months the months that can be chosen, as their first days; the birth date itself is never asked for */
const startMoreForm = (months: readonly string[]) =>
  z.object({
    needNoticedOn: day(),
    needsBoth: choice(YES_NO_UNKNOWN),
    existingSip: choice(YES_NO_UNKNOWN),
    placement: choice(PLACEMENTS),
    placedConsentBy: choice(PLACED_CONSENT_BY),
    placedConfirmedOn: day(),
    turns18: choice(months),
    decides: choice(DECIDES),
    initiative: choice(INITIATIVES),
    familyAskedOn: day(),
  });

export const startMore = defineCard({
  name: 'start-more',
  template,
  data: page.extend({
    /** Under 18. */
    askPlacement: z.boolean(),
    /** Placed under LVU: who consents, as the responsible social worker has confirmed. */
    askBoard: z.boolean(),
    /** From 18. */
    askDecides: z.boolean(),
    /** The family took the initiative: when it asked. */
    askAskedOn: z.boolean(),
    /** At 15–17 only. */
    months: z.array(choiceRow),
    hint: z.string().nullable(),
  }),
  form: startMoreForm,
  sample: {
    title: 'K7M-3XQ · Start, sida 2 av 2',
    next: 'Svara på det du vet. Resten kan vänta.',
    askPlacement: true,
    askBoard: true,
    askDecides: true,
    askAskedOn: true,
    months: [
      { title: 'mars 2027', value: '2027-03-01' },
      { title: 'april 2027', value: '2027-04-01' },
    ],
    hint: 'Har den unge redan fyllt 18? Välj 18–20 år på förra sidan. Fyller den unge 18 senare den här månaden? Då behövs både vårdnadshavarnas och den unges underskrift.',
  },
});
