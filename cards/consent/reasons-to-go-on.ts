/**
 * The convener goes on although the child has said no, or although child and guardians want different units there: why,
 * out of a few reasons.
 */
import { z } from 'zod';
import { CHILD_NO_REASONS, DIFFER_REASONS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './reasons-to-go-on.json' with { type: 'json' };

export const reasonsToGoOn = defineCard({
  name: 'go-on',
  template,
  data: page.extend({ askChildNo: z.boolean(), askDiffer: z.boolean() }),
  form: () => z.object({ childNoReason: choice(CHILD_NO_REASONS), differReason: choice(DIFFER_REASONS) }),
  sample: {
    title: 'K7M-3XQ · Går ni vidare?',
    next: 'Du avgör. Välj varför ni går vidare.',
    askChildNo: true,
    askDiffer: true,
  },
});
