/**
 * A draft of one deviation: what happened in fixed words, what it led to for the child; on paper, and then registered
 * elsewhere.
 */
import { z } from 'zod';
import { CONSEQUENCES } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './deviation.json' with { type: 'json' };

export const deviation = defineCard({
  name: 'deviation',
  template,
  data: page.extend({
    /** Unit kind and day; empty once it has been dealt with. */
    about: z.string(),
    what: z.string(),
    /** A breach of secrecy is a personal data incident too. */
    incident: z.string().nullable(),
    consequences: z.array(choiceRow),
    isThere: z.boolean(),
    /** Empty without a link to the paper. */
    url: z.string(),
  }),
  form: () => z.object({ consequence: choice(CONSEQUENCES) }),
  sample: {
    title: 'K7M-3XQ · Avvikelse',
    next: 'Kallad part uteblev',
    about: 'Habilitering · tisdag 3 mars',
    what: 'Verksamheten var kallad till mötet tisdag 3 mars. Ingen kom, och ingen ersättare.',
    incident: null,
    consequences: [
      { title: 'Hjälpen kom senare', value: 'LATER_HELP' },
      { title: 'Vet inte', value: 'NOT_KNOWN' },
    ],
    isThere: true,
    url: '',
  },
});
