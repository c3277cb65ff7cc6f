/** At a follow-up, before new measures: how each measure of the plan goes on. */
import { z } from 'zod';
import { REVIEWS, type Review } from '../../domain/codes.ts';
import { choiceRow, defineCard, measureRow } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './review.json' with { type: 'json' };

/** By a measure's number: one that is done in the channel meanwhile makes nobody's answer another's. */
export const reviewInput = (ordinal: number): string => `r_${ordinal}`;

/** Answers `reviews` by measure id. */
const reviewForm = (measures: readonly { id: string; ordinal: number }[]) =>
  z
    .object({
      ...Object.fromEntries(measures.map(({ ordinal }) => [reviewInput(ordinal), choice(REVIEWS)])),
      newDay: day(),
    })
    .transform(({ newDay, ...sent }) => ({
      newDay,
      reviews: Object.fromEntries(
        measures.map(({ id, ordinal }) => [id, (sent as Record<string, Review | null>)[reviewInput(ordinal)] ?? null]),
      ),
    }));

const SAMPLE_CHOICES = [
  { title: 'Fortsätter som den är', value: 'SAME' },
  { title: 'Fortsätter, ny sista dag', value: 'NEW_DAY' },
  { title: 'Klar', value: 'DONE' },
];

export const review = defineCard({
  name: 'review',
  template: inMeeting(template),
  data: meetingPage.extend({
    measures: z.array(measureRow),
    /** Never a measure's own words. */
    rows: z.array(z.object({ input: z.string(), label: z.string(), choices: z.array(choiceRow) })),
  }),
  typed: ['measures.what'],
  form: reviewForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Hur går det med åtgärderna?',
    ...meetingHead(3),
    measures: [
      { n: 1, what: 'Anpassat schema med start klockan nio.', who: 'Moa Lindqvist, Elevhälsan', due: 'Klar' },
      { n: 2, what: 'Bedömning av sömn och ångest.', who: 'Sara Holm, BUP', due: 'senast fre 27 mars' },
      { n: 3, what: 'Ringa hem varje fredag.', who: 'Moa Lindqvist, Elevhälsan', due: 'löpande, följs upp tor 7 maj' },
    ],
    rows: [
      { input: reviewInput(2), label: 'Åtgärd 2', choices: SAMPLE_CHOICES },
      { input: reviewInput(3), label: 'Åtgärd 3', choices: SAMPLE_CHOICES },
    ],
  },
});
