/** Filled in after the talk with the child: the child's own words first. */
import { z } from 'zod';
import { CHILD_TALK_OUTCOMES, PARTICIPATIONS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day, toggle, words } from '../inputs.ts';
import template from './child-talk.json' with { type: 'json' };

const childTalkForm = () =>
  z.object({
    words: words(1200),
    wordsMayBeShown: toggle(),
    outcome: choice(CHILD_TALK_OUTCOMES),
    heldOn: day(),
    participation: choice(PARTICIPATIONS),
  });

export const childTalk = defineCard({
  name: 'child-talk',
  template,
  data: page.extend({
    ownWords: z.string(),
    how: z.string(),
    questions: z.array(z.string()),
    prompts: z.array(z.string()),
  }),
  form: childTalkForm,
  sample: {
    title: 'K7M-3XQ · Samtal med barnet',
    next: 'Skriv med barnets egna ord. Läs upp det. Skriv bara det som barnet vill ska sparas.',
    ownWords: 'Barnets egna ord',
    how: 'Hur vill barnet vara med?',
    questions: [
      'Vad är bra just nu? Vad är jobbigt?',
      'Om du fick önska en sak, vad skulle det vara?',
      'Vem vill du ska vara med på mötet?',
      'Vill du vara med hela tiden, en stund eller inte alls?',
    ],
    prompts: [
      'Är det något du vill att vi pratar om först, innan andra får veta?',
      'Vem kan du prata med om du ångrar dig?',
    ],
  },
});
