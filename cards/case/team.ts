/** Colleagues of the same unit who may do everything in the case but hand it over. */
import { z } from 'zod';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choices } from '../inputs.ts';
import template from './team.json' with { type: 'json' };

const teamForm = (people: readonly string[]) => z.object({ colleagues: choices(people) });

export const team = defineCard({
  name: 'team',
  template,
  data: page.extend({ people: z.array(choiceRow) }),
  form: teamForm,
  sample: {
    title: 'K7M-3XQ · Kollegor',
    next: 'Välj vilka som kan göra allt i ärendet om du är borta.',
    people: [
      { title: 'Moa Lindqvist, skolkurator', value: 'a-1' },
      { title: 'Johan Ek, specialpedagog', value: 'a-2' },
    ],
  },
});
