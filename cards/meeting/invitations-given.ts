/**
 * Which members of the family have had their invitation on paper, and who of them joins from afar. A person gives or
 * sends it, not the bot.
 */
import { z } from 'zod';
import { TALK_PARTNERS } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choices } from '../inputs.ts';
import template from './invitations-given.json' with { type: 'json' };

const invitationsGivenForm = () =>
  z.object({ invited: choices(TALK_PARTNERS), reached: choices(TALK_PARTNERS), fromAfar: choices(TALK_PARTNERS) });

export const invitationsGiven = defineCard({
  name: 'given',
  template,
  data: page.extend({
    people: z.array(choiceRow),
    /** Who in the family may be there from afar, where some meet in the room. */
    afarChoices: z.array(choiceRow),
  }),
  form: invitationsGivenForm,
  sample: {
    title: 'K7M-3XQ · Familjens inbjudan',
    next: 'Kryssa för dem som har fått sin inbjudan.',
    people: [
      { title: 'mamma · i handen', value: 'GUARDIAN_1' },
      { title: 'pappa · brev', value: 'GUARDIAN_2' },
      { title: 'barnet', value: 'CHILD' },
    ],
    afarChoices: [
      { title: 'mamma', value: 'GUARDIAN_1' },
      { title: 'pappa', value: 'GUARDIAN_2' },
      { title: 'barnet', value: 'CHILD' },
    ],
  },
});
