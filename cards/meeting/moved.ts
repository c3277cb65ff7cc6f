/** Somebody moved the meeting in Outlook: what a move on the cards would have asked for is asked for now. */
import { z } from 'zod';
import { LATE_REASONS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, toggle } from '../inputs.ts';
import template from './moved.json' with { type: 'json' };

const movedForm = () => z.object({ familyAgreed: toggle(), lateReason: choice(LATE_REASONS) });

export const movedCard = defineCard({
  name: 'moved',
  template,
  data: page.extend({
    when: z.string(),
    /** When the child is there, in the new time. */
    childPart: z.string().nullable(),
    agreedTitle: z.string(),
    /** It is after the last day. */
    askLate: z.boolean(),
    rebook: z.string(),
  }),
  form: movedForm,
  sample: {
    title: 'K7M-3XQ · Den nya tiden',
    next: 'Mötet är flyttat i Outlook. Fråga familjen om tiden.',
    when: 'torsdag 5 mars kl. 14.30–15.30 (v. 10)',
    childPart: 'Barnet är med 14.30–14.50.',
    agreedTitle: 'Familjen har sagt ja till tiden',
    askLate: true,
    rebook: 'Boka om tolk, stöd och lokal.',
  },
});
