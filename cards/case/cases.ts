/** "Mina ärenden": the next step of each open case first. A snapshot, always posted new. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './cases.json' with { type: 'json' };

export const cases = defineCard({
  name: 'cases',
  template,
  data: page.extend({
    /** `posting` and `turn` are those of the case's own card, so that "Öppna" opens that one. */
    rows: z
      .array(
        z.object({
          posting: z.string(),
          turn: z.string(),
          code: z.string(),
          next: z.string(),
          on: z.string().nullable(),
        }),
      )
      .max(8),
    more: z.string().nullable(),
    canShowMore: z.boolean(),
    newCase: z.string(),
  }),
  sample: {
    title: 'Mina ärenden',
    next: 'Du har 10 ärenden.',
    rows: [
      {
        posting: 'p-1',
        turn: 't-1',
        code: 'K7M-3XQ',
        next: 'Ring Habiliteringen, som inte har svarat.',
        on: 'fre 27 feb',
      },
      { posting: 'p-2', turn: 't-2', code: 'P4T-9WD', next: 'Samtal med barnet återstår.', on: null },
      { posting: 'p-3', turn: 't-3', code: 'H2R-6CN', next: 'Uppföljning av planen.', on: 'tor 5 mars' },
      { posting: 'p-4', turn: 't-4', code: 'W8F-2LT', next: 'Underskrift från pappa saknas.', on: null },
      { posting: 'p-5', turn: 't-5', code: 'D3N-7HK', next: 'Öppna mötet.', on: 'tis 3 mars' },
      { posting: 'p-6', turn: 't-6', code: 'M5Q-4ZP', next: 'Åtgärd 2 skulle ha varit klar.', on: 'mån 2 mars' },
      { posting: 'p-7', turn: 't-7', code: 'R9C-8VB', next: 'Välj tid för mötet.', on: 'tis 10 mars' },
      { posting: 'p-8', turn: 't-8', code: 'T6J-5GX', next: 'Fyll i starten.', on: null },
    ],
    more: 'Två ärenden till.',
    canShowMore: true,
    newCase: 'Nytt Västbusmöte',
  },
  live: true,
});
