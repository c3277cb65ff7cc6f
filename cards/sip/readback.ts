/** Part 5: everything read back before the plan is locked; what is missing in words, with the way to it. */
import { z } from 'zod';
import { defineCard, measureRow, verb } from '../contract.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './readback.json' with { type: 'json' };
import { SAMPLE_GOALS, SAMPLE_MEASURES } from './sample-plan.ts';

export const readback = defineCard({
  name: 'readback',
  template: inMeeting(template),
  data: meetingPage.extend({
    childWords: z.string().nullable(),
    childGoal: z.string().nullable(),
    /** Why there is no goal of the child's own. */
    childGoalMissing: z.string().nullable(),
    goals: z.array(z.string()),
    measures: z.array(measureRow),
    principal: z.string().nullable(),
    owner: z.string().nullable(),
    followUp: z.string().nullable(),
    /** "Lås planen" stands there when this is empty. */
    /** Worth a thought; the plan can be locked all the same. */
    warnings: z.array(z.string()),
    /** The meeting may decide that no plan is needed; not at a follow-up. */
    noPlan: z.boolean(),
    missing: z.array(z.object({ label: z.string(), verb })),
  }),
  typed: ['childWords', 'childGoal', 'goals', 'measures.what'],
  sample: {
    title: 'Möte K7M-3XQ · 5 av 5 Avslutning',
    next: 'Läs upp planen för alla. Stämmer den?',
    ...meetingHead(5),
    childWords: 'Jag vill kunna gå i skolan utan att få ont i magen.',
    childGoal: 'Jag vill orka vara kvar till lunch.',
    childGoalMissing: null,
    goals: SAMPLE_GOALS,
    measures: SAMPLE_MEASURES,
    principal: 'Kommunen',
    owner: 'Moa Lindqvist, Elevhälsan',
    followUp: null,
    warnings: ['Samtycket går ut före uppföljningen. Fråga familjen om det ska förlängas.'],
    noPlan: true,
    missing: [{ label: 'Datum för uppföljning', verb: 'closing.open' }],
  },
});
