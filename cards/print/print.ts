/** Papers to print: each with a button; what was chosen has a link that opens once. */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './print.json' with { type: 'json' };

export const print = defineCard({
  name: 'print',
  template,
  data: page.extend({
    /** Which paper the link opens. */
    made: z.string().nullable(),
    /** Empty without a link. */
    url: z.string(),
    rows: z.array(z.object({ label: z.string(), verb })),
  }),
  sample: {
    title: 'K7M-3XQ · Skriv ut',
    next: 'Tryck på Öppna utskriften.',
    made: 'Underlag inför samtalen är klart.',
    url: 'https://vastbus.example/print/019575a0-7c1e-7000-8000-0123456789ab/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
    rows: [
      { label: 'Underlag inför samtalen', verb: 'print.print-pack' },
      { label: 'Frågor till barnet', verb: 'print.child-questions' },
      { label: 'Samtyckesblankett', verb: 'print.consent-form' },
      { label: 'Kodlapp', verb: 'print.code-slip' },
    ],
  },
});
