/** Before a meeting is cancelled: does the family want to meet anyway? */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './cancel.json' with { type: 'json' };

export const cancel = defineCard({
  name: 'cancel',
  template,
  data: page.extend({ rebook: z.string() }),
  sample: {
    title: 'K7M-3XQ · Ställ in mötet',
    next: 'Vill familjen ändå ses?',
    rebook: 'Boka då av tolk, stöd och lokal.',
  },
});
