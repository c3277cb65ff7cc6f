/** The family says yes to the time before anybody is called; and the child's part of the meeting. */
import { z } from 'zod';
import { VOICE_KEEPERS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, clock, toggle } from '../inputs.ts';
import template from './family.json' with { type: 'json' };

const familyForm = () =>
  z.object({ familyAgreed: toggle(), childFrom: clock(), childTo: clock(), childFollower: choice(VOICE_KEEPERS) });

export const family = defineCard({
  name: 'family',
  template,
  data: page.extend({
    when: z.string(),
    agreedTitle: z.string(),
    /** The child is there for a part of the meeting. */
    askPart: z.boolean(),
    /** "Mamma: brev" */
    deliveries: z.array(z.string()),
  }),
  form: familyForm,
  sample: {
    title: 'K7M-3XQ · Familjen',
    next: 'Fråga familjen om tiden innan du kallar någon.',
    when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
    agreedTitle: 'Familjen har sagt ja till tiden',
    askPart: true,
    deliveries: ['Inbjudan till mamma: i handen', 'Inbjudan till pappa: brev'],
  },
});
