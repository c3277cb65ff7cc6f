/** From when to when, and the family's yes to it: the last page before the calendars get the new time. */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import { toggle } from '../inputs.ts';
import template from './move-check.json' with { type: 'json' };

const moveCheckForm = () => z.object({ familyAgreed: toggle() });

export const moveCheck = defineCard({
  name: 'move-check',
  template,
  data: page.extend({
    from: z.string().nullable(),
    to: z.string().nullable(),
    place: z.string(),
    /** When the child is there, in the new time. */
    childPart: z.string().nullable(),
    /** What stands in the way of the new time. */
    rows: z.array(z.object({ label: z.string(), verb: verb.nullable(), isNext: z.boolean() })),
    /** Nothing stands in the way but the family's yes, which is asked for here. */
    canSend: z.boolean(),
    /** A row has the main button. */
    hasNext: z.boolean(),
    agreedTitle: z.string(),
    leaves: z.string(),
    rebook: z.string(),
  }),
  form: moveCheckForm,
  sample: {
    title: 'K7M-3XQ · Flytta mötet',
    next: 'Mötet kan inte flyttas dit än. Det här saknas:',
    from: 'Från: tisdag 3 mars kl. 13.00–14.00 (v. 10)',
    to: 'Till: torsdag 5 mars kl. 14.30–15.30 (v. 10)',
    place: 'Stadshuset, rum Dalbo',
    childPart: 'Barnet är med 14.30–14.50.',
    rows: [{ label: 'Underskrift från pappa', verb: 'consent2.open', isNext: true }],
    canSend: false,
    hasNext: true,
    agreedTitle: 'Familjen har sagt ja till tiden',
    leaves: 'De 5 som är kallade får den nya tiden i kalendern och svarar på nytt. Texten är samma som förut.',
    rebook: 'Boka om tolk, stöd och lokal.',
  },
});
