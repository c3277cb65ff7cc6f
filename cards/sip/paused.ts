/** A break in the meeting: calm, and nothing on it. */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './paused.json' with { type: 'json' };

export const paused = defineCard({
  name: 'paused',
  template,
  data: page.extend({ clock: z.string(), saved: z.string() }),
  sample: {
    title: 'Möte K7M-3XQ',
    next: 'Vi tar en paus på fem minuter.',
    saved: 'Det ni har skrivit är sparat.',
    clock: 'Paus sedan 13.25. Mötet slutar 14.00.',
  },
});
