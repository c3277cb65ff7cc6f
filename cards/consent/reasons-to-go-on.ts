/**
 * What is done about the no of a child who does not sign, one choice of three; and why the convener goes on although
 * child and guardians want different units there.
 */
import { z } from 'zod';
import { CHILD_NO_ANSWERS, DIFFER_REASONS, SECOND_ROLES, VOICE_KEEPERS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './reasons-to-go-on.json' with { type: 'json' };

export const reasonsToGoOn = defineCard({
  name: 'go-on',
  template,
  data: page.extend({
    askChildNo: z.boolean(),
    /** 15–17: going on against the child's no is for more than one to say. */
    askSecond: z.boolean(),
    askDiffer: z.boolean(),
  }),
  form: () =>
    z.object({
      childNoAnswer: choice(CHILD_NO_ANSWERS),
      childNoRole: choice(VOICE_KEEPERS),
      childNoOn: day(),
      childNoSecond: choice(SECOND_ROLES),
      differReason: choice(DIFFER_REASONS),
    }),
  sample: {
    title: 'K7M-3XQ · Går ni vidare?',
    next: 'Du avgör. Välj vad ni gör.',
    askChildNo: true,
    askSecond: true,
    askDiffer: true,
  },
});
