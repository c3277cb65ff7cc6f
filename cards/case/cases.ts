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
          /** The unit, how many guardians; to the one who presses also the age. */
          about: z.string(),
          next: z.string(),
          /** Whom it says to ring, a line each. */
          phones: z.string().nullable(),
          on: z.string().nullable(),
        }),
      )
      .max(8),
    more: z.string().nullable(),
    canShowMore: z.boolean(),
    canShowAges: z.boolean(),
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
        about: 'Elevhälsan · 2 vårdnadshavare',
        next: 'Nej från Barn- och ungdomshabiliteringen. Ring och fråga vem som kan komma i stället.',
        phones: 'Barn- och ungdomshabiliteringen · Nils Lönn, arbetsterapeut, 070-174 06 14',
        on: 'fre 27 feb',
      },
      {
        posting: 'p-2',
        turn: 't-2',
        code: 'P4T-9WD',
        about: 'Elevhälsan · en vårdnadshavare',
        next: 'Samtal med barnet återstår.',
        phones: null,
        on: null,
      },
      {
        posting: 'p-3',
        turn: 't-3',
        code: 'H2R-6CN',
        about: 'Elevhälsan · 2 vårdnadshavare',
        next: 'Uppföljning av planen.',
        phones: null,
        on: 'tor 5 mars',
      },
      {
        posting: 'p-4',
        turn: 't-4',
        code: 'W8F-2LT',
        about: 'Elevhälsan · 2 vårdnadshavare',
        next: 'Underskrift från pappa saknas.',
        phones: null,
        on: null,
      },
      {
        posting: 'p-5',
        turn: 't-5',
        code: 'D3N-7HK',
        about: 'Elevhälsan · 2 vårdnadshavare',
        next: 'Öppna mötet.',
        phones: null,
        on: 'tis 3 mars',
      },
      {
        posting: 'p-6',
        turn: 't-6',
        code: 'M5Q-4ZP',
        about: 'Elevhälsan · en vårdnadshavare',
        next: 'Åtgärd 2 skulle ha varit klar.',
        phones: null,
        on: 'mån 2 mars',
      },
      {
        posting: 'p-7',
        turn: 't-7',
        code: 'R9C-8VB',
        about: 'Elevhälsan',
        next: 'Välj tid för mötet.',
        phones: null,
        on: 'tis 10 mars',
      },
      {
        posting: 'p-8',
        turn: 't-8',
        code: 'T6J-5GX',
        about: 'Elevhälsan',
        next: 'Fyll i starten.',
        phones: null,
        on: null,
      },
    ],
    more: 'Två ärenden till.',
    canShowMore: true,
    canShowAges: true,
    newCase: 'Nytt Västbusmöte',
  },
  live: true,
});
