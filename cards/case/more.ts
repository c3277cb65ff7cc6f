/** What is seldom needed: one line each, with what it does. */
import { z } from 'zod';
import { defineCard, page, verb } from '../contract.ts';
import template from './more.json' with { type: 'json' };

export const more = defineCard({
  name: 'more',
  template,
  data: page.extend({
    rows: z.array(z.object({ label: z.string(), why: z.string(), verb })),
    back: verb,
  }),
  sample: {
    title: 'K7M-3XQ · Mer',
    next: 'Vad vill du göra?',
    back: 'guide.open',
    rows: [
      { label: 'Kollegor', why: 'De kan göra allt i ärendet om du är borta.', verb: 'team.open' },
      { label: 'Lämna över', why: 'Någon annan håller i ärendet.', verb: 'handover.open' },
      { label: 'Syskon', why: 'Ett eget ärende, med möten intill varandra.', verb: 'sibling.new' },
      { label: 'Återkalla samtycke', why: 'Allt, en verksamhet eller ett ämne.', verb: 'withdraw.open' },
      { label: 'Avsluta ärendet', why: 'Inga fler påminnelser.', verb: 'close.open' },
    ],
  },
  live: true,
});
