/**
 * The welcome, "hjälp", and every word the bot does not know: what can be typed, whom to ring when it is urgent, who
 * knows more.
 */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './help.json' with { type: 'json' };

export const help = defineCard({
  name: 'help',
  template,
  data: page.extend({
    greeting: z.string(),
    newCase: z.string(),
    /** A line for each word that the bot knows. */
    words: z.array(z.string()),
    /** What to do when it is urgent, and where a worry is told. */
    acute: z.array(z.string()),
    /** Numbers that somebody has rung to check. */
    numbers: z.array(z.string()),
    /** Whom to ask about the bot, with name and number: in the own chat only. */
    about: z.array(z.string()),
  }),
  sample: {
    title: 'Västbusmöte',
    newCase: 'Nytt Västbusmöte',
    next: 'Vad vill du göra?',
    greeting:
      'Hej! Jag hjälper dig att förbereda ett Västbusmöte. Räkna med tio minuter vid skärmen, uppdelat på flera gånger. Allt sparas.',
    words: [
      '**nytt Västbusmöte**: börja ett nytt ärende',
      '**mina ärenden**: dina öppna ärenden, och nästa steg i vart och ett',
      '**hjälp**: det här kortet',
    ],
    acute: [
      'Är det akut? Ring 112. Vänta inte på ett möte.',
      'Orosanmälan: socialtjänstens mottagning, 08-465 004 05.',
    ],
    numbers: ['Fara för liv: 112', 'Socialjouren, kvällar och helger: 08-465 004 01', 'Råd om vård: 1177'],
    about: ['Elevhälsan · Maja Björk, skolsköterska, 070-174 06 07'],
  },
  live: true,
});
