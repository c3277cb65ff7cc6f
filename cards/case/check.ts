/**
 * Only in an answer, never in a message that stands: it says what the child has said yes and no to. Check your answers:
 * everything that was answered, each with the way to change it, before the kallelse is seen and sent.
 */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './check.json' with { type: 'json' };

export const check = defineCard({
  name: 'check',
  template,
  data: page.extend({
    /** No gate has closed since the page was opened. */
    canSend: z.boolean(),
    /** What can be sent all the same, and is worth a thought. */
    warnings: z.array(z.string()),
    /** What may be spoken about. */
    topics: z.string().nullable(),
    rows: z.array(z.object({ label: z.string(), state: z.string(), detail: z.string().nullable(), verb })),
  }),
  sample: {
    canSend: true,
    title: 'K7M-3XQ · Stämmer det här?',
    next: 'Nu kan du skicka kallelsen. Läs igenom svaren först.',
    warnings: ['Alla som kallas hör till samma huvudman. Då är det ingen SIP enligt lagen, men ni kan ändå ses.'],
    topics: 'Det ni får prata om: Skola och förskola, Psykisk hälsa.',
    rows: [
      { label: 'Ålder och vårdnadshavare', state: '6–11 år', detail: null, verb: 'start.open' },
      { label: 'Samtal med mamma', state: 'måndag 2 mars ✓', detail: null, verb: 'guardian1.open' },
      {
        label: 'Samtycke från mamma',
        state: 'Gäller till onsdag 2 september ✓',
        detail: 'Elevhälsa, Socialtjänst, Barn- och ungdomspsykiatri',
        verb: 'consent1.open',
      },
    ],
  },
});
