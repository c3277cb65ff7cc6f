/** Somebody else holds the case from now on: in the own unit, or in another that the family has consented to. */
import { z } from 'zod';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './handover.json' with { type: 'json' };

const handoverForm = (people: readonly string[]) => z.object({ to: choice(people) });

export const handover = defineCard({
  name: 'handover',
  template,
  data: page.extend({ people: z.array(choiceRow) }),
  form: handoverForm,
  sample: {
    title: 'K7M-3XQ · Lämna över',
    next: 'Välj vem som håller i ärendet från och med nu.',
    people: [
      { title: 'Moa Lindqvist, skolkurator · Elevhälsan', value: 'a-1' },
      { title: 'Sara Holm, kurator · BUP', value: 'a-3' },
    ],
  },
});
