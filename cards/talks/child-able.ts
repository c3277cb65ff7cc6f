/**
 * Whether the child can itself decide with whom it is shared: judged by whoever held the talk, never preset, and never
 * why.
 */
import { z } from 'zod';
import { CHILD_ABLE, SECOND_ROLES } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './child-able.json' with { type: 'json' };

export const childAble = defineCard({
  name: 'child-able',
  template,
  data: page.extend({
    /** "Oftast nej. Barnet ska alltid höras." From 12. */
    hint: z.string().nullable(),
    what: z.string(),
    /** 15–17: a no wants another role. */
    askSecond: z.boolean(),
    /** "Bedömt 3 mars av kurator." */
    judged: z.string().nullable(),
  }),
  form: () => z.object({ able: choice(CHILD_ABLE), ableSecond: choice(SECOND_ROLES) }),
  sample: {
    title: 'K7M-3XQ · Kan barnet självt ta ställning?',
    next: 'Bedöm efter ålder och mognad. Skriv inte varför, det hör till er egen akt.',
    hint: 'Oftast ja.',
    what: 'Vid ja och tveksamt skriver barnet också under, på en egen blankett. Vid nej ska barnet höras ändå.',
    askSecond: true,
    judged: 'Bedömt onsdag 3 mars av kurator.',
  },
});
