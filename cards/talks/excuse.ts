/** A guardian cannot be reached: a manager has decided that the meeting does not wait. */
import { z } from 'zod';
import { DECIDING_ROLES } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day, words } from '../inputs.ts';
import template from './excuse.json' with { type: 'json' };

const excuseForm = () => z.object({ role: choice(DECIDING_ROLES), decidedOn: day(), reference: words(60) });

export const excuse = defineCard({
  name: 'excuse',
  template,
  data: page.extend({ verb: z.enum(['guardian1', 'guardian2']), isExcused: z.boolean() }),
  form: excuseForm,
  sample: {
    title: 'K7M-3XQ · Går inte att nå (pappa)',
    next: 'Vem har beslutat att ni går vidare?',
    verb: 'guardian2',
    isExcused: true,
  },
});
