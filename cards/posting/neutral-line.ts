/** One neutral line: in a channel, in a group chat, or where a card no longer holds. */
import { defineCard, page } from '../contract.ts';
import template from './neutral-line.json' with { type: 'json' };

export const neutralLine = defineCard({
  name: 'line',
  template,
  data: page,
  sample: { title: 'Västbusmöte', next: 'Jag har öppnat guiden i din personliga chatt.' },
  live: true,
});
