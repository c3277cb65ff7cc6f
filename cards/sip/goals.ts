/** Part 3: where they want to come. One goal at a time, each for a need. */
import { z } from 'zod';
import { GOAL_TERMS } from '../../domain/codes.ts';
import { choiceRow, defineCard, planRow } from '../contract.ts';
import { choice, toggle, words } from '../inputs.ts';
import template from './goals.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import { SAMPLE_GOAL_ROWS } from './sample-plan.ts';

/** @param needIds needs of the plan */
const goalsForm = (needIds: readonly string[]) =>
  z.object({ goal: words(400), need: choice(needIds), term: choice(GOAL_TERMS), own: toggle() });

export const goals = defineCard({
  name: 'goals',
  template: inMeeting(template),
  data: meetingPage.extend({
    rows: z.array(planRow('goal')),
    hasMore: z.boolean(),
    isChanging: z.boolean(),
    /** What the choices below are called. Asked when there are several. */
    needs: z.array(z.object({ label: z.string(), text: z.string() })),
    /** "Behov 1", "Behov 2": never a need's own words. Asked when there are several. */
    needChoices: z.array(choiceRow),
  }),
  typed: ['rows.text', 'needs.text'],
  form: goalsForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Dit vill vi. Skriv ett mål i taget.',
    ...meetingHead(3),
    rows: SAMPLE_GOAL_ROWS,
    hasMore: false,
    isChanging: false,
    needs: [
      { label: 'Behov 1', text: 'Sova på nätterna.' },
      { label: 'Behov 2', text: 'Orka med skolan.' },
    ],
    needChoices: [
      { title: 'Behov 1', value: 'n-1' },
      { title: 'Behov 2', value: 'n-2' },
    ],
  },
});
