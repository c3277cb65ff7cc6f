/** Part 3: what should be better. One goal at a time. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import { words } from '../inputs.ts';
import template from './goals.json' with { type: 'json' };

const goalsForm = () => z.object({ goal: words(400) });

export const goals = defineCard({
  name: 'goals',
  template,
  data: page.extend({ strip: z.string(), goals: z.array(z.string()) }),
  typed: ['goals'],
  form: goalsForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Vad ska bli bättre? Skriv ett mål i taget.',
    strip: 'Inledning ✓ › Aktuell situation ✓ › **Behov** › Sammanfattning › Avslutning',
    goals: ['Vara i skolan hela dagar tre dagar i veckan före sommarlovet.'],
  },
});
