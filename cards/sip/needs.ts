/** Part 3: what is needed, one to three needs. */
import { z } from 'zod';
import { defineCard, planRow } from '../contract.ts';
import { words } from '../inputs.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './needs.json' with { type: 'json' };
import { SAMPLE_NEEDS } from './sample-plan.ts';

const needsForm = () => z.object({ need: words(120) });

export const needs = defineCard({
  name: 'needs',
  template: inMeeting(template),
  data: meetingPage.extend({
    rows: z.array(planRow('need')),
    hasMore: z.boolean(),
    /** A row is being changed, and not one added. */
    isChanging: z.boolean(),
    /** Three are enough: more of them nobody can help with at once. */
    mayAdd: z.boolean(),
  }),
  typed: ['rows.text'],
  form: needsForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Vad behöver bli bättre till nästa gång?',
    ...meetingHead(3),
    rows: SAMPLE_NEEDS,
    hasMore: false,
    isChanging: false,
    mayAdd: true,
  },
});
