/**
 * A copy of the plan in the chat of who has it, as it stands there: neutral. What it says is shown to those who may read
 * it.
 */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './delivered.json' with { type: 'json' };

export const delivered = defineCard({
  name: 'delivered',
  template,
  data: page.extend({
    /** What is theirs, how much of it, since when, and whom to ring. */
    facts: z.array(z.string()),
    /** Nothing is left of it where it may not be read any more. */
    canShow: z.boolean(),
  }),
  sample: {
    title: 'K7M-3XQ · Planen, version 2',
    next: 'Två av era åtgärder har nytt datum.',
    facts: [
      'Två åtgärder är era, den första senast fredag 13 mars.',
      'Hela planen, som den såg ut när den låstes tisdag 3 mars.',
      'Håller i ärendet: Karin Ek, skolkurator, 08-465 004 11',
    ],
    canShow: true,
  },
  live: true,
});
