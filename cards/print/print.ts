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
    /** A meeting from afar that is not called yet: its code is not there. */
    later: z.string().nullable(),
    /** Empty without a link. */
    url: z.string(),
    /** `heading`: over the first of its kind. */
    /** Where "Tillbaka" leads. */
    back: verb,
    papers: z.array(z.object({ heading: z.string().nullable(), label: z.string(), verb })),
  }),
  form: printForm,
  sample: {
    title: 'K7M-3XQ · Skriv ut',
    next: 'Tryck på Öppna utskriften.',
    made: 'Klart att öppna: Planen till alla.',
    later: 'Koden till mötet finns först när kallelsen är skickad. Vänta med inbjudan till dem som är med digitalt.',
    url: 'https://vastbus.example/print/019575a0-7c1e-7000-8000-0123456789ab/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
    back: 'guide.open',
    papers: [
      { heading: 'Mötet och planen', label: 'Planen till alla', verb: 'print.plan' },
      { heading: null, label: 'Planen till familjen', verb: 'print.plan-family' },
      { heading: 'Samtalen', label: 'Informationsblad', verb: 'print.information' },
      { heading: 'Samtycket', label: 'Samtyckesblankett', verb: 'print.consent-form' },
      { heading: null, label: 'Kodlapp', verb: 'print.code-slip' },
    ],
  },
});
