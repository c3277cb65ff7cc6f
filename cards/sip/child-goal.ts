/**
 * Part 2: the child first. Own words and whether they may stand in the plan, what works and what is hard, the question.
 */
import { z } from 'zod';
import { OWN_WORDS } from '../../domain/codes.ts';
import { defineCard } from '../contract.ts';
import { choice, words } from '../inputs.ts';
import template from './child-goal.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';

const childGoalForm = () =>
  z.object({
    childGoal: words(1200),
    ownWords: choice(OWN_WORDS),
    works: words(200),
    worksNot: words(200),
    question: words(200),
  });

export const childGoal = defineCard({
  name: 'child-goal',
  template: inMeeting(template),
  data: meetingPage.extend({
    /** The child's own words; null when there are none, or when they may not be shown. */
    words: z.string().nullable(),
  }),
  typed: ['words'],
  form: childGoalForm,
  sample: {
    title: 'Möte K7M-3XQ · 2 av 5 Aktuell situation',
    next: 'Börja med barnets egna ord.',
    ...meetingHead(2),
    words: 'Jag vill kunna gå i skolan utan att få ont i magen. Och att [en kompis] sitter bredvid mig.',
  },
});
