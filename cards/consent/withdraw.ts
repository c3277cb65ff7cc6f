/** Somebody takes their consent back: all of it, one party, one topic or one scope. No reason is asked for. */
import { z } from 'zod';
import { OBJECTORS, type Objector } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './withdraw.json' with { type: 'json' };

export const ALL_OF_IT = 'ALL';

/**
 * @param signers those who can say stop
 * @param parts what of it can be taken back alone: `PARTY:<unit>`, `TOPIC:<topic>` and `SCOPE:<scope>`
 */
const withdrawForm = (signers: readonly Objector[] = OBJECTORS, parts: readonly string[] = []) =>
  z.object({ givenBy: choice(signers), what: choice([ALL_OF_IT, ...parts]), withdrawnOn: day() });

export const withdraw = defineCard({
  name: 'withdraw',
  template,
  data: page.extend({ signerChoices: z.array(choiceRow), whatChoices: z.array(choiceRow) }),
  form: withdrawForm,
  sample: {
    title: 'K7M-3XQ · Återkallat samtycke',
    next: 'Vem har tagit tillbaka sitt samtycke, eller säger stopp?',
    signerChoices: [
      { title: 'mamma', value: 'GUARDIAN_1' },
      { title: 'pappa', value: 'GUARDIAN_2' },
    ],
    whatChoices: [
      { title: 'Hela samtycket', value: 'ALL' },
      { title: 'Bara Habiliteringen', value: 'PARTY:u-4' },
      { title: 'Bara ämnet familj och hem', value: 'TOPIC:FAMILY' },
    ],
  },
});
