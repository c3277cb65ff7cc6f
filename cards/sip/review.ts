/** At a follow-up, before new measures: how each measure of the plan goes on. */
import { z } from 'zod';
import { REVIEWS, type Review } from '../../domain/codes.ts';
import { choiceRow, defineCard, measureRow } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './review.json' with { type: 'json' };

/** Answers `reviews` by measure id. @param measureIds the ongoing ones, in the order of the page */
const reviewForm = (measureIds: readonly string[]) =>
  z
    .object({ ...Object.fromEntries(measureIds.map((_, n) => [`m_${n}`, choice(REVIEWS)])), newDay: day() })
    .transform(({ newDay, ...sent }) => ({
      newDay,
      reviews: Object.fromEntries(
        measureIds.map((id, n) => [id, (sent as Record<string, Review | null>)[`m_${n}`] ?? null]),
      ),
    }));

const SAMPLE_CHOICES = [
  { title: 'Fortsätter som den är', value: 'SAME' },
  { title: 'Fortsätter, ny sista dag', value: 'NEW_DAY' },
  { title: 'Klar', value: 'DONE' },
];

export const review = defineCard({
  name: 'review',
  template: inMeeting(template, 2),
  data: meetingPage.extend({
    measures: z.array(measureRow),
    /** The n:th ongoing measure's input is `m_<n>`, from 0. Never a measure's own words. */
    rows: z.array(z.object({ id: z.string(), label: z.string(), choices: z.array(choiceRow) })),
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
      { id: 'm-2', label: 'Åtgärd 2', choices: SAMPLE_CHOICES },
      { id: 'm-3', label: 'Åtgärd 3', choices: SAMPLE_CHOICES },
    ],
  },
});
