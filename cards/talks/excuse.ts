/** A guardian is prevented and cannot be reached: the other decides alone, and a manager has checked that it is so. */
import { z } from 'zod';
import { HINDRANCES, WAYS_TO_REACH } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day, toggle } from '../inputs.ts';
import { decisionFields } from './decision-fields.ts';
import template from './excuse.json' with { type: 'json' };

const excuseForm = () =>
  z.object({
    hindrance: choice(HINDRANCES),
    tryHow: choice(WAYS_TO_REACH),
    triedOn: day(),
    checked: toggle(),
    ...decisionFields(),
  });

export const excuse = defineCard({
  name: 'excuse',
  template,
  data: page.extend({
    verb: z.enum(['guardian1', 'guardian2']),
    isExcused: z.boolean(),
    /** "Försök: …" */
    tries: z.string(),
    /** How many are needed, in how many ways, over how many days. */
    need: z.string(),
  }),
  form: excuseForm,
  sample: {
    title: 'K7M-3XQ · Går inte att nå (pappa)',
    next: 'Finns det ett hinder som en chef har kontrollerat? Först då kan den andra vårdnadshavaren bestämma ensam.',
    verb: 'guardian2',
    isExcused: true,
    tries: 'Försök: mån 2 mars (telefon), tis 10 mars (brev).',
    need: 'Det behövs minst tre försök på två sätt, med tio dagar mellan det första och det sista.',
  },
});
