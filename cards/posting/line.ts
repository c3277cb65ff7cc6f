/** One neutral line: in a channel, in a group chat, or where a card no longer holds. */
import { defineCard, page } from '../contract.ts';
import template from './line.json' with { type: 'json' };

export const line = defineCard({
  name: 'line',
  template,
  data: page,
  sample: { title: 'Västbusmöte', next: 'Jag har öppnat guiden i din personliga chatt.' },
  live: true,
});
