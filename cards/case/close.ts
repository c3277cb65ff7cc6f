/** The case ends: why, and whether the family knows. */
import { z } from 'zod';
import { type CloseReason, YES_NO } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './close.json' with { type: 'json' };

const closeForm = (reasons: readonly CloseReason[]) =>
  z.object({ reason: choice(reasons), familyInformed: choice(YES_NO) });

export const close = defineCard({
  name: 'close',
  template,
  data: page.extend({ reasons: z.array(choiceRow) }),
  form: closeForm,
  sample: {
    title: 'K7M-3XQ · Avsluta ärendet',
    next: 'Varför avslutas ärendet? Har familjen fått veta det?',
    reasons: [
      { title: 'Målen är nådda', value: 'GOALS_MET' },
      { title: 'Vuxenvården tar över', value: 'ADULT_CARE' },
      { title: 'Familjen vill avsluta', value: 'FAMILY_ENDS' },
    ],
  },
});
