/** Why the kallelse cannot be sent yet: each missing thing with a button that leads there. */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './missing.json' with { type: 'json' };

export const missing = defineCard({
  name: 'missing',
  template,
  data: page.extend({
    rows: z.array(z.object({ label: z.string(), button: z.string(), verb, isNext: z.boolean() })),
    canSend: z.boolean(),
  }),
  sample: {
    title: 'Västbusmöte K7M-3XQ',
    next: 'Du kan inte skicka kallelsen än. Det här saknas:',
    canSend: false,
    rows: [
      { label: 'Samtal med barnet', button: 'Gå dit', verb: 'child.open', isNext: true },
      { label: 'Underskrift från pappa', button: 'Gå dit', verb: 'consent2.open', isNext: false },
      {
        label: 'Svar på om någon har skyddade personuppgifter',
        button: 'Gå dit',
        verb: 'protection.open',
        isNext: false,
      },
      { label: 'Tid och plats', button: 'Gå dit', verb: 'time.open', isNext: false },
    ],
  },
  live: true,
});
