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
    /** How much of it, and since when. */
    facts: z.array(z.string()),
    /** Nothing is left of it where it may not be read any more. */
    canShow: z.boolean(),
  }),
  sample: {
    title: 'K7M-3XQ · Planen, version 2',
    next: 'Två av era åtgärder har nytt datum.',
    facts: ['Hela planen, som den såg ut när den låstes tisdag 3 mars.', 'Införd i akten onsdag 4 mars.'],
    canShow: true,
  },
  live: true,
});
