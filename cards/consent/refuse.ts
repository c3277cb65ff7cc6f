/** Somebody who must consent says no: asked once more, and what follows from it. */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './refuse.json' with { type: 'json' };

export const refuse = defineCard({
  name: 'refuse',
  template,
  data: page.extend({
    what: z.string(),
    /** What the law says to staff; no paper has it. */
    hints: z.string().nullable(),
    concern: z.string(),
    verb,
  }),
  sample: {
    title: 'K7M-3XQ · Samtycke ges inte',
    next: 'Har familjen förstått vad de tackar nej till? Fråga inte varför.',
    what: 'Alla underskrifter finns inte. Då vilar ärendet. Inget raderas. Varje verksamhet fortsätter med sitt eget uppdrag.',
    hints:
      'Enskilda uppgifter får ibland lämnas ändå mellan hälso- och sjukvården och socialtjänsten. Fråga er jurist.',
    concern: 'Misstänker du att barnet far illa? Gör genast en orosanmälan. Den kräver inget samtycke.',
    verb: 'refuse.save',
  },
});
