/**
 * A measure in the channel: neutral, the kind of unit and not its name. What it is about is shown to those who may see
 * it.
 */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './measure.json' with { type: 'json' };

export const measure = defineCard({
  name: 'measure',
  template,
  data: page.extend({ unitKind: z.string(), due: z.string(), state: z.string(), done: z.boolean() }),
  sample: {
    title: 'Åtgärd 2 · K7M-3XQ',
    next: 'Tryck Visa för att läsa vad som ska göras.',
    unitKind: 'Barn- och ungdomspsykiatri',
    due: 'senast fredag 27 mars',
    state: 'Pågår',
    done: false,
  },
  live: true,
});
