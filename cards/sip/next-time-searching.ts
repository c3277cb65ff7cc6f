/** Shown at the table while free times are looked for: no inputs, so the answer can replace it. */
import { defineCard } from '../contract.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './next-time-searching.json' with { type: 'json' };

export const nextTimeSearching = defineCard({
  name: 'next-time-searching',
  template: inMeeting(template),
  data: meetingPage,
  sample: { title: 'Möte K7M-3XQ · 5 av 5 Avslutning', next: 'Söker tider …', ...meetingHead(5) },
  live: true,
});
