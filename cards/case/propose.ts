/** Somebody who may not call proposes a meeting to somebody who may. Nothing about a child is asked. */
import { z } from 'zod';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './propose.json' with { type: 'json' };

const proposeForm = (people: readonly string[]) => z.object({ to: choice(people) });

export const propose = defineCard({
  name: 'propose',
  template,
  data: page.extend({ people: z.array(choiceRow) }),
  form: proposeForm,
  sample: {
    title: 'Västbusmöte',
    next: 'Föreslå ett Västbusmöte för någon som kan kalla.',
    people: [
      { title: 'Elevhälsan · Karin Ek, skolkurator, 070-174 06 05', value: 'a-1' },
      {
        title: 'Socialtjänsten · Per Sand, socialsekreterare (numret står inte i registret: fråga växeln)',
        value: 'a-2',
      },
    ],
  },
});
