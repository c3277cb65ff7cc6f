/** In an answer only: what somebody was writing when the meeting ended, to be copied. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import { words } from '../inputs.ts';
import template from './not-kept.json' with { type: 'json' };

export const notKept = defineCard({
  name: 'not-kept',
  template,
  data: page,
  // Nothing reads it: a box is what can be copied from in every client.
  form: () => z.object({ typed: words(4000) }),
  sample: { title: 'K7M-3XQ · Planen gäller', next: 'Kopiera det du vill ha kvar.' },
});
