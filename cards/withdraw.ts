/** Somebody takes their consent back: who and when, never why. */
import { z } from 'zod';
import type { Signer } from '../domain/codes.ts';
import { choiceRow, defineCard, page } from './contract.ts';
import { choice, day } from './inputs.ts';
import template from './withdraw.json' with { type: 'json' };

export const withdraw = defineCard({
  name: 'withdraw',
  template,
  data: page.extend({ signerChoices: z.array(choiceRow) }),
  /** @param signers those who have given a consent that can be taken back */
  form: (signers: readonly Signer[]) => z.object({ givenBy: choice(signers), withdrawnOn: day() }),
  sample: {
    title: 'K7M-3XQ · Återkallat samtycke',
    next: 'Vem har tagit tillbaka sitt samtycke?',
    signerChoices: [
      { title: 'mamma', value: 'GUARDIAN_1' },
      { title: 'pappa', value: 'GUARDIAN_2' },
    ],
  },
  live: false,
});
