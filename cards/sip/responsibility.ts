/** Part 4: who answers for the plan, or by when the managers decide it; and with whom there is a crisis plan. */
import { z } from 'zod';
import { PLAN_PRINCIPALS } from '../../domain/codes.ts';
import { choiceRow, defineCard } from '../contract.ts';
import { choice, day, words } from '../inputs.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './responsibility.json' with { type: 'json' };

/** @param unitIds the units that can hold the plan together */
const responsibilityForm = (unitIds: readonly string[]) =>
  z.object({
    principal: choice(PLAN_PRINCIPALS),
    ownerUnitId: choice(unitIds),
    responsibilityByOn: day(),
    crisisWhere: words(120),
  });

export const responsibility = defineCard({
  name: 'responsibility',
  template: inMeeting(template),
  data: meetingPage.extend({ ownerChoices: z.array(choiceRow) }),
  form: responsibilityForm,
  sample: {
    title: 'Möte K7M-3XQ · 4 av 5 Sammanfattning',
    next: 'Vem håller ihop planen?',
    ...meetingHead(4),
    ownerChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Socialtjänsten, barn och unga', value: 'u-2' },
      { title: 'BUP Dalsland', value: 'u-3' },
    ],
  },
});
