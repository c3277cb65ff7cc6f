/** The family says yes to the time before anybody is called; and the child's part of the meeting. */
import { z } from 'zod';
import { TALK_PARTNERS, VOICE_KEEPERS } from '../../domain/codes.ts';
import { choiceRow, defineCard, page, verb } from '../contract.ts';
import { choice, choices, clock, toggle } from '../inputs.ts';
import template from './family.json' with { type: 'json' };

const familyForm = () =>
  z.object({
    familyAgreed: toggle(),
    childFrom: clock(),
    childTo: clock(),
    childFollower: choice(VOICE_KEEPERS),
    fromAfar: choices(TALK_PARTNERS),
  });

export const family = defineCard({
  name: 'family',
  template,
  data: page.extend({
    /** Null: no time is chosen, and there is nothing to say yes to. */
    when: z.string().nullable(),
    agreedTitle: z.string(),
    /** The child is there for a part of the meeting. */
    askPart: z.boolean(),
    /** Who in the family may be there from afar, where some meet in the room. */
    afarChoices: z.array(choiceRow),
    /** How the invitation comes to each of them, and the way to where that is chosen. */
    deliveries: z.array(z.object({ label: z.string(), state: z.string(), button: z.string(), verb })),
  }),
  form: familyForm,
  sample: {
    title: 'K7M-3XQ · Familjen',
    next: 'Fråga familjen om tiden innan du kallar någon.',
    when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
    agreedTitle: 'Familjen har sagt ja till tiden',
    askPart: true,
    afarChoices: [
      { title: 'mamma', value: 'GUARDIAN_1' },
      { title: 'pappa', value: 'GUARDIAN_2' },
      { title: 'barnet', value: 'CHILD' },
    ],
    deliveries: [
      { label: 'Inbjudan till mamma', state: 'I handen', button: 'Ändra', verb: 'guardian1.delivery' },
      { label: 'Inbjudan till pappa', state: 'Inte valt', button: 'Välj', verb: 'guardian2.delivery' },
      { label: 'Inbjudan till barnet', state: 'Inte valt', button: 'Välj', verb: 'child.delivery' },
    ],
  },
});
