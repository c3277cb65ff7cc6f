/** Shown while free times are looked for: no inputs, so the answer can replace it. */
import { defineCard, page } from '../contract.ts';
import template from './time-searching.json' with { type: 'json' };

export const timeSearching = defineCard({
  name: 'time-searching',
  template,
  data: page,
  sample: { title: 'K7M-3XQ · Tid och plats', next: 'Söker tider …' },
  live: true,
});
