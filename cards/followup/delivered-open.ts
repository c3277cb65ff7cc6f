/** The answer to "Visa" on a copy of the plan: its words, for the one who pressed and may read it. */
import { z } from 'zod';
import { defineCard, page, sheetRow } from '../contract.ts';
import template from './delivered-open.json' with { type: 'json' };
import { plan } from './plan.ts';

export const deliveredOpen = defineCard({
  name: 'delivered-open',
  template,
  data: page.extend({
    facts: z.array(z.string()),
    rows: z.array(sheetRow),
    /** What is done with it, and whom to ring. */
    after: z.array(z.string()),
    /** There is more of it than a card holds: the next page, and after the last the first. */
    canShowMore: z.boolean(),
    /** The unit has it in its own file. */
    isFiled: z.boolean(),
    /** A colleague may read it in their place. */
    canLetIn: z.boolean(),
  }),
  typed: ['rows.text'],
  sample: {
    title: 'K7M-3XQ · Planen, version 1',
    next: 'En åtgärd är er, senast fredag 13 mars.',
    facts: ['Bara du ser texten här.', 'Hela planen, som den såg ut när den låstes tisdag 3 mars.'],
    rows: plan.sample.rows,
    after: [
      'Skriv in det ni behöver i er akt. Tryck sedan Infört i akten, så ser den som kallade det.',
      'Håller i ärendet: Karin Ek, skolkurator, 08-465 004 11',
    ],
    canShowMore: true,
    isFiled: false,
    canLetIn: true,
  },
});
