/** The answer to "Visa": the same measure with its words, for the one who pressed and may see it. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './measure-open.json' with { type: 'json' };

export const measureOpen = defineCard({
  name: 'measure-open',
  template,
  data: page.extend({
    unitKind: z.string(),
    due: z.string(),
    state: z.string(),
    done: z.boolean(),
    what: z.string(),
    goal: z.string().nullable(),
  }),
  typed: ['what', 'goal'],
  sample: {
    title: 'Åtgärd 2 · K7M-3XQ',
    next: 'Bara du ser texten här.',
    unitKind: 'Barn- och ungdomspsykiatri',
    due: 'senast fredag 27 mars',
    state: 'Pågår',
    done: false,
    what: 'Bedömning av sömn och ångest, första besöket.',
    goal: 'Sova hela natten de flesta nätter.',
  },
});
