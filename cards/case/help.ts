/** Three buttons, one sentence and the acute line: the welcome, "hjälp", and every word the bot does not know. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './help.json' with { type: 'json' };

export const help = defineCard({
  name: 'help',
  template,
  data: page.extend({ greeting: z.string(), newCase: z.string(), acute: z.string() }),
  sample: {
    title: 'Västbusmöte',
    newCase: 'Nytt Västbusmöte',
    next: 'Vad vill du göra?',
    greeting:
      'Hej! Jag hjälper dig att förbereda ett Västbusmöte. Räkna med tio minuter vid skärmen, uppdelat på flera gånger. Allt sparas.',
    acute: 'Är det akut? Ring 112. Vänta inte på ett möte.',
  },
  live: true,
});
