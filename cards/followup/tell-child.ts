/** Somebody tells the child what was decided: its own page is made here, and how it went is noted. */
import { z } from 'zod';
import { CHILD_UNDERSTOOD, VOICE_KEEPERS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day, words } from '../inputs.ts';
import template from './tell-child.json' with { type: 'json' };

const tellChildForm = () =>
  z.object({
    sentence1: words(120),
    sentence2: words(120),
    sentence3: words(120),
    toldBy: choice(VOICE_KEEPERS),
    toldOn: day(),
    understood: choice(CHILD_UNDERSTOOD),
  });

export const tellChild = defineCard({
  name: 'tell-child',
  template,
  data: page.extend({
    /** What the page says besides: what units do first, and when they meet again. */
    also: z.string().nullable(),
  }),
  typed: ['also'],
  form: tellChildForm,
  sample: {
    title: 'K7M-3XQ · Berätta för barnet',
    next: 'Någon i skolan berättar, senast tisdag 10 mars.',
    also: 'Elevhälsan: Prata med läraren om en lugn plats. Senast fredag 27 mars.',
  },
});
