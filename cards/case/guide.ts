/**
 * The case while it is being prepared: one row for each thing to fill in, in any order, and the way to the kallelse.
 */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './guide.json' with { type: 'json' };

export const guide = defineCard({
  name: 'guide',
  template,
  data: page.extend({
    strip: z.string(),
    /**
     * The one main button: printing (before the talks), the next row's, or the way to the kallelse.
     */
    main: z.enum(['PRINT', 'ROW', 'SEND']),
    /** A sibling's case, or the closed one before: by their codes. */
    linked: z.string().nullable(),
    /** What is to be done about a meeting that was called off, until the next one is called. */
    calledOff: z.string().nullable(),
    /** What is soon over about the consent. */
    warning: z.string().nullable(),
    rows: z
      .array(
        z.object({
          /** The sitting, over its first row. */
          heading: z.string().nullable(),
          label: z.string(),
          state: z.string(),
          button: z.string(),
          verb,
          isNext: z.boolean(),
        }),
      )
      .max(13),
  }),
  sample: {
    main: 'ROW',
    warning: null,
    calledOff: 'Mötet fredag 27 februari är inställt. Säg till familjen. Boka av lokalen om den är bokad.',
    linked: 'Syskonets ärende: P4T-9WD.',
    title: 'Västbusmöte K7M-3XQ',
    next: 'Prata med vårdnadshavaren och fyll i efteråt.',
    strip: 'Start ✓ › **Efter samtalen** › Samtycke › Kallelse',
    rows: [
      { heading: 'Start', label: 'Start', state: 'Ifyllt ✓', button: 'Ändra', verb: 'start.open', isNext: false },
      {
        heading: 'Efter samtalen',
        label: 'Samtal med vårdnadshavaren (mamma)',
        state: '2 mars ✓',
        button: 'Ändra',
        verb: 'guardian1.open',
        isNext: false,
      },
      {
        heading: null,
        label: 'Samtal med vårdnadshavaren (pappa)',
        state: 'Inte ifyllt',
        button: 'Fyll i',
        verb: 'guardian2.open',
        isNext: true,
      },
      {
        heading: null,
        label: 'Samtal med barnet',
        state: 'Inte ifyllt',
        button: 'Fyll i',
        verb: 'child.open',
        isNext: false,
      },
      {
        heading: null,
        label: 'Skyddade uppgifter',
        state: 'Inte ifyllt',
        button: 'Fyll i',
        verb: 'protection.open',
        isNext: false,
      },
      {
        heading: 'Samtycke',
        label: 'Samtycke (mamma)',
        state: 'Underskrivet 2 mars ✓',
        button: 'Ändra',
        verb: 'consent1.open',
        isNext: false,
      },
      {
        heading: null,
        label: 'Samtycke (pappa)',
        state: 'Underskrift saknas',
        button: 'Fyll i',
        verb: 'consent2.open',
        isNext: false,
      },
      {
        heading: 'Kallelse',
        label: 'Vilka som kallas',
        state: 'Inte valt',
        button: 'Välj',
        verb: 'invite.open',
        isNext: false,
      },
      { heading: null, label: 'Tid och plats', state: 'Inte valt', button: 'Välj', verb: 'time.open', isNext: false },
    ],
  },
  live: true,
});
