/** The made-up plan that is being written on the samples of the meeting's pages. */
import type { z } from 'zod';
import type { measureRow } from '../contract.ts';

export const SAMPLE_GOALS = [
  'Vara i skolan hela dagar tre dagar i veckan före sommarlovet.',
  'Sova hela natten de flesta nätter.',
];

export const SAMPLE_MEASURES: z.input<typeof measureRow>[] = [
  {
    n: 1,
    what: 'Anpassat schema med start klockan nio och en vuxen som möter vid entrén.',
    who: 'Moa Lindqvist, Elevhälsan',
    due: 'Klar',
  },
  {
    n: 2,
    what: 'Bedömning av sömn och ångest, första besöket.',
    who: 'Sara Holm, BUP',
    due: 'löpande, följs upp tor 7 maj',
  },
];
