/** Somebody who must consent says no: asked once more, and what follows from it. */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './refuse.json' with { type: 'json' };

export const refuse = defineCard({
  name: 'refuse',
  template,
  data: page.extend({ what: z.string(), concern: z.string(), verb }),
  sample: {
    title: 'K7M-3XQ · Samtycke ges inte',
    next: 'Har familjen förstått vad de tackar nej till? Fråga inte varför.',
    what: 'Då stannar vi här, och ärendet avslutas. De kan ändra sig när som helst, och den hjälp de redan har påverkas inte.',
    concern: 'Misstänker du att barnet far illa? Gör genast en orosanmälan. Den kräver inget samtycke.',
    verb: 'refuse.save',
  },
});
