/**
 * For the wall: the plan as it is being written, large. Units and no names, nothing of what anybody has said or not.
 */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import { meetingStrip } from './meeting-strip.ts';
import { SAMPLE_GOALS, SAMPLE_MEASURES } from './sample-plan.ts';
import template from './screen.json' with { type: 'json' };

const doing = z.object({ what: z.string(), about: z.string() });

export const screen = defineCard({
  name: 'screen',
  template,
  data: page.extend({
    strip: z.string(),
    clock: z.string(),
    isEmpty: z.boolean(),
    question: z.string().nullable(),
    childGoal: z.string().nullable(),
    works: z.string().nullable(),
    worksNot: z.string().nullable(),
    needs: z.array(z.string()),
    goals: z.array(z.object({ n: z.number(), text: z.string() })),
    /** Each with its unit and its day; whose goal it is stands in `about`. */
    measures: z.array(doing),
    ours: z.array(doing),
    openPoints: z.array(doing),
    /** Who answers for the plan, and when they meet again: codes, units and days. */
    facts: z.array(z.string()),
  }),
  typed: [
    'question',
    'childGoal',
    'works',
    'worksNot',
    'needs',
    'goals.text',
    'measures.what',
    'ours.what',
    'openPoints.what',
  ],
  sample: {
    title: 'Möte K7M-3XQ',
    next: 'Planen så långt',
    strip: meetingStrip('sv', 3),
    clock: 'Mötet slutar 14.00. Barnet går 13.20.',
    isEmpty: false,
    question: 'Hur kan skoldagarna bli lugnare?',
    childGoal: 'Jag vill orka vara kvar till lunch.',
    works: 'Morgnarna går bra när det är tyst.',
    worksNot: 'Rasterna är långa.',
    needs: ['Orka vara i skolan hela dagen.'],
    goals: SAMPLE_GOALS.map((text, index) => ({ n: index + 1, text })),
    measures: SAMPLE_MEASURES.map(({ what, due }) => ({ what, about: `Mål 1 · Elevhälsan · ${due}` })),
    ours: [{ what: 'Läsa tillsammans på kvällen.', about: 'Vårdnadshavare' }],
    openPoints: [{ what: 'Vem som skjutsar till träningen.', about: 'Socialtjänsten' }],
    facts: ['Vi ses igen torsdag 7 maj'],
  },
});
