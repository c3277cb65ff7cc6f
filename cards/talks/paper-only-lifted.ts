/** A case that is on paper only is opened again: a manager has decided it. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import { decisionFields } from './decision-fields.ts';
import template from './paper-only-lifted.json' with { type: 'json' };

export const paperOnlyLifted = defineCard({
  name: 'lift',
  template,
  data: page,
  form: () => z.object(decisionFields()),
  sample: {
    title: 'K7M-3XQ · Öppna ärendet igen',
    next: 'Vem har beslutat att ärendet inte längre ska skötas på papper?',
  },
});
