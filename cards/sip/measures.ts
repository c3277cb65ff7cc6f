/** Part 3, the heart: who does what, and when. One measure at a time. */
import { z } from 'zod';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { choiceRow, defineCard, measureRow } from '../contract.ts';
import { choice, day, toggle, words } from '../inputs.ts';
import template from './measures.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import { SAMPLE_GOALS, SAMPLE_MEASURES } from './sample-plan.ts';

/** @param who values of the people who can be responsible; @param goalIds goals of the plan */
const measuresForm = (who: readonly string[], goalIds: readonly string[]) =>
  z.object({
    what: words(400),
    who: choice([...who, ...MEASURE_ACTORS]),
    dueOn: day(),
    /** No last day: it goes on, and is looked at when the plan is followed up. */
    continuous: toggle(),
    goal: choice(goalIds),
  });

export const measures = defineCard({
  name: 'measures',
  template: inMeeting(template),
  data: meetingPage.extend({
    goals: z.array(z.string()),
    measures: z.array(measureRow),
    whoChoices: z.array(choiceRow),
    /** "Mål 1", "Mål 2": never a goal's own words. Asked when there are several. */
    goalChoices: z.array(choiceRow),
  }),
  typed: ['goals', 'measures.what'],
  form: measuresForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Vem gör vad, och när?',
    ...meetingHead(3),
    goals: SAMPLE_GOALS,
    measures: SAMPLE_MEASURES,
    whoChoices: [
      { title: 'Moa Lindqvist, Elevhälsan', value: 'a-1' },
      { title: 'Amir Hosseini, Socialtjänsten', value: 'a-2' },
      { title: 'Sara Holm, BUP', value: 'a-3' },
    ],
    goalChoices: [
      { title: 'Mål 1', value: 'g-1' },
      { title: 'Mål 2', value: 'g-2' },
    ],
  },
});
