/** What one member of the family needs: how the invitation comes, interpreter, support. */
import { z } from 'zod';
import { DELIVERIES, INTERPRETER_HOW, SUPPORTS } from '../../domain/codes.ts';
import { INTERPRETER_LANGUAGES } from '../../domain/interpreters.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, choices, words } from '../inputs.ts';
import template from './practical.json' with { type: 'json' };

const practicalForm = () =>
  z.object({
    delivery: choice(DELIVERIES),
    interpreter: choice(INTERPRETER_LANGUAGES),
    interpreterHow: choice(INTERPRETER_HOW),
    interpreterBooking: words(60),
    support: choices(SUPPORTS),
  });

export const practical = defineCard({
  name: 'practical',
  template,
  data: page.extend({
    verb: z.enum(['guardian1', 'guardian2', 'child']),
    /** A text message, without details, only where the young person has asked for it. */
    deliveryChoices: z.array(choiceRow),
  }),
  form: practicalForm,
  sample: {
    title: 'K7M-3XQ · Inbjudan, tolk och stöd (mamma)',
    next: 'Fyll i det som behövs. Lämna resten tomt.',
    verb: 'guardian1',
    deliveryChoices: [
      { title: 'I handen', value: 'BY_HAND' },
      { title: 'Brev', value: 'LETTER' },
    ],
  },
});
