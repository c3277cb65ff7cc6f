/** Part 4: which principal has the overall responsibility, who holds the plan together, and when it is followed up. */
import { z } from 'zod';
import { PLAN_PRINCIPALS } from '../../domain/codes.ts';
import { choiceRow, defineCard } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './closing.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';

/** @param personIds the people who can hold the plan together */
const closingForm = (personIds: readonly string[]) =>
  z.object({ principal: choice(PLAN_PRINCIPALS), ownerPersonId: choice(personIds), followUpOn: day() });

export const closing = defineCard({
  name: 'closing',
  template: inMeeting(template),
  data: meetingPage.extend({ ownerChoices: z.array(choiceRow) }),
  form: closingForm,
  sample: {
    title: 'Möte K7M-3XQ · 4 av 5 Sammanfattning',
    next: 'Bestäm vem som håller ihop planen och när ni följer upp.',
    ...meetingHead(4),
    ownerChoices: [
      { title: 'Moa Lindqvist, Elevhälsan', value: 'a-1' },
      { title: 'Amir Hosseini, Socialtjänsten', value: 'a-2' },
      { title: 'Sara Holm, BUP', value: 'a-3' },
    ],
  },
});
