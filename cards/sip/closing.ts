/** Part 5: when the plan is followed up, and who tells the child what was decided. The plan is locked here. */
import { z } from 'zod';
import { VOICE_KEEPERS } from '../../domain/codes.ts';
import { defineCard } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './closing.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';

const closingForm = () => z.object({ followUpOn: day(), childTellerRole: choice(VOICE_KEEPERS), childTellByOn: day() });

export const closing = defineCard({
  name: 'closing',
  template: inMeeting(template),
  data: meetingPage.extend({
    /** A young person of age gets the plan in their own hand. */
    asksTeller: z.boolean(),
  }),
  form: closingForm,
  sample: {
    title: 'Möte K7M-3XQ · 5 av 5 Avslutning',
    next: 'När ses ni igen, och vem berättar för barnet?',
    ...meetingHead(5),
    asksTeller: true,
  },
});
