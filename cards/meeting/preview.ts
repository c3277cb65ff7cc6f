/** Exactly what will stand in the calendars, and who gets it. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './preview.json' with { type: 'json' };

export const preview = defineCard({
  name: 'preview',
  template,
  data: page.extend({
    /** No gate has closed since the page was opened. */
    canSend: z.boolean(),
    subject: z.string(),
    when: z.string(),
    place: z.string(),
    body: z.string(),
    recipients: z.array(z.string()),
    count: z.string(),
    family: z.string(),
    /** Of a meeting that somebody joins from afar. */
    notRecorded: z.string().nullable(),
  }),
  sample: {
    canSend: true,
    title: 'K7M-3XQ · Kallelse',
    next: 'Läs igenom kallelsen och skicka den.',
    subject: 'Samverkansmöte K7M-3XQ',
    when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
    place: 'Stadshuset, rum Dalbo; Digitalt',
    body: 'Du är kallad till ett samverkansmöte. Skolkuratorn kontaktar dig på ett säkert sätt om vem det gäller. Frågor: 0521-72 00 00. Skriv inga personuppgifter i svaret.',
    recipients: [
      'Elevhälsan, Dalboskolan: specialpedagog',
      'Socialtjänsten, barn och unga: socialsekreterare',
      'Barn- och ungdomspsykiatrin (BUP): funktionsbrevlådan',
      'Habiliteringen: funktionsbrevlådan',
    ],
    count: 'Går till 4 personer från 4 verksamheter',
    family: 'Familjen får sin inbjudan på papper av dig.',
    notRecorded:
      'Mötet ska inte spelas in eller transkriberas. Se till att det är av: det går inte att styra härifrån.',
  },
  typed: ['recipients'],
});
