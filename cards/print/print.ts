/** Papers to print: each with a button; what was chosen has a link that opens once. The family's can be in English. */
import { z } from 'zod';
import { LANGUAGES } from '../../domain/codes.ts';
import { defineCard, page, verb } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './print.json' with { type: 'json' };

const printForm = () => z.object({ language: choice(LANGUAGES) });

export const print = defineCard({
  name: 'print',
  template,
  data: page.extend({
    /** Which paper the link opens. */
    made: z.string().nullable(),
    /** Empty without a link. */
    url: z.string(),
    groups: z.array(z.object({ title: z.string(), rows: z.array(z.object({ label: z.string(), verb })) })),
  }),
  form: printForm,
  sample: {
    title: 'K7M-3XQ · Skriv ut',
    next: 'Tryck på Öppna utskriften.',
    made: 'Klart att öppna: Planen till alla.',
    url: 'https://vastbus.example/print/019575a0-7c1e-7000-8000-0123456789ab/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
    groups: [
      {
        title: 'Mötet och planen',
        rows: [
          { label: 'Planen till alla', verb: 'print.plan' },
          { label: 'Planen till familjen', verb: 'print.plan-family' },
        ],
      },
      { title: 'Samtalen', rows: [{ label: 'Informationsblad', verb: 'print.information' }] },
      {
        title: 'Samtycket',
        rows: [
          { label: 'Samtyckesblankett', verb: 'print.consent-form' },
          { label: 'Kodlapp', verb: 'print.code-slip' },
        ],
      },
    ],
  },
});
