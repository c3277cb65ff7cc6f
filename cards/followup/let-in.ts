/** "Släpp in en kollega": one of the same unit, who reads the copy in their place. In an answer only. */
import { z } from 'zod';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './let-in.json' with { type: 'json' };

/** @param people all that the register has: who is not of the unit, or not there any more, is answered with a sentence */
const letInForm = (people: readonly string[]) => z.object({ colleague: choice(people) });

export const letIn = defineCard({
  name: 'let-in',
  template,
  data: page.extend({
    people: z.array(choiceRow),
    /** Who reads it by now. */
    now: z.string().nullable(),
  }),
  form: letInForm,
  sample: {
    title: 'K7M-3XQ · Planen, version 1',
    next: 'Välj en kollega i din verksamhet som läser planen i ditt ställe.',
    people: [
      { title: 'Sara Holm, kurator', value: 'a-3' },
      { title: 'Nils Ek, psykolog', value: 'a-4' },
    ],
    now: 'Nils Ek läser också.',
  },
});
