/** Part 3, the heart: who does what, and when. One measure at a time, each under its goal. */
import { z } from 'zod';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { choiceRow, defineCard, planRow } from '../contract.ts';
import { choice, day, toggle, words } from '../inputs.ts';
import template from './measures.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import { SAMPLE_MEASURE_ROWS } from './sample-plan.ts';

/** @param who units and people that can be named; @param goalIds goals of the plan */
const measuresForm = (who: readonly string[], goalIds: readonly string[]) =>
  z.object({
    what: words(400),
    /** A unit, or somebody outside municipality and region. */
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
    /** In the order of their goals: the first one of a goal says it above. */
    rows: z.array(planRow('measure').extend({ goalLabel: z.string(), goal: z.string() })),
    hasMore: z.boolean(),
    isChanging: z.boolean(),
    whoChoices: z.array(choiceRow),
    /** The next ones that nothing is done for yet. */
    goals: z.array(z.object({ label: z.string(), text: z.string() })),
    /** "Mål 1", "Mål 2": never a goal's own words. Asked when there are several. */
    goalChoices: z.array(choiceRow),
  }),
  typed: ['rows.text', 'rows.goal', 'goals.text'],
  form: measuresForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Vem gör vad, och när? Skriv en åtgärd i taget.',
    ...meetingHead(3),
    rows: SAMPLE_MEASURE_ROWS,
    hasMore: false,
    isChanging: false,
    whoChoices: [
      { title: 'Elevhälsan', value: 'u-1' },
      { title: 'Socialtjänsten', value: 'u-2' },
      { title: 'BUP Dalsland', value: 'u-3' },
      { title: 'Barnet självt', value: 'CHILD' },
    ],
    goals: [{ label: 'Mål 3', text: 'Träffa en kompis varje vecka.' }],
    goalChoices: [
      { title: 'Mål 1', value: 'g-1' },
      { title: 'Mål 2', value: 'g-2' },
    ],
  },
});
