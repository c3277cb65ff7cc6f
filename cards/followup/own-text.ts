/** "Text att klistra in": what the unit itself does and the next meeting, for its own file. In an answer only. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import { words } from '../inputs.ts';
import template from './own-text.json' with { type: 'json' };

/** Characters that the box holds. */
export const OWN_TEXT_HOLDS = 5_000;

export const ownText = defineCard({
  name: 'own-text',
  template,
  data: page.extend({ canShowMore: z.boolean() }),
  // Nothing reads it: a box is what can be copied from in every client.
  form: () => z.object({ ownText: words(OWN_TEXT_HOLDS) }),
  sample: {
    title: 'K7M-3XQ · Planen, version 1',
    next: 'Era åtgärder och nästa möte, utan någon annans ord. Kopiera texten till er akt.',
    canShowMore: false,
  },
});
