/** The case ends: why, and whether the family knows. A no to the family's own request wants its reason. */
import { z } from 'zod';
import { type CloseReason, REQUEST_REFUSALS, YES_NO } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './close.json' with { type: 'json' };

const closeForm = (reasons: readonly CloseReason[]) =>
  z.object({ reason: choice(reasons), requestRefusal: choice(REQUEST_REFUSALS), familyInformed: choice(YES_NO) });

export const close = defineCard({
  name: 'close',
  template,
  data: page.extend({
    reasons: z.array(choiceRow),
    /** Adult care takes over: what goes along is signed on paper first; null where it cannot. */
    adultCare: z.string().nullable(),
    /** How the family complains of a no to its own request, below who may say it; null where that is no reason. */
    complain: z.string().nullable(),
  }),
  form: closeForm,
  sample: {
    title: 'K7M-3XQ · Avsluta ärendet',
    next: 'Varför avslutas ärendet? Har familjen fått veta det?',
    adultCare: 'Tar vuxenvården över? Skriv ut ”Till vuxenvården” först.',
    complain: 'Säger ni nej till familjens begäran? Berätta varför.',
    reasons: [
      { title: 'Målen är nådda', value: 'GOALS_MET' },
      { title: 'Vuxenvården tar över', value: 'ADULT_CARE' },
      { title: 'Familjen vill avsluta', value: 'FAMILY_ENDS' },
    ],
  },
});
