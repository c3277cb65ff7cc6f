/** After the lock: each home has its plan, how and when, and somebody tells a guardian who was not there. */
import { z } from 'zod';
import { HANDED_ON_PAPER, VOICE_KEEPERS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './homes.json' with { type: 'json' };

/** By whose home it is. */
export const homeInputs = (home: string) => ({
  how: `how_${home}`,
  givenOn: `givenOn_${home}`,
  tellerRole: `teller_${home}`,
});

/** @param homes those that are asked about */
const homesForm = (homes: readonly string[]) =>
  z.object(
    Object.fromEntries(
      homes.flatMap((home) => {
        const { how, givenOn, tellerRole } = homeInputs(home);
        return [
          [how, choice(HANDED_ON_PAPER)],
          [givenOn, day()],
          [tellerRole, choice(VOICE_KEEPERS)],
        ] as const;
      }),
    ),
  );

export const homes = defineCard({
  name: 'homes',
  template,
  data: page.extend({
    rows: z.array(
      z.object({
        heading: z.string(),
        how: z.string(),
        givenOn: z.string(),
        tellerRole: z.string(),
        /** They were not at the meeting: who tells them is asked; empty where not. */
        asksTeller: z.string(),
      }),
    ),
  }),
  form: homesForm,
  sample: {
    title: 'K7M-3XQ · Planen till hemmen',
    next: 'Skriv ut planen, lämna den och skriv när.',
    rows: [
      { heading: 'Mamma', ...homeInputs('GUARDIAN_1'), asksTeller: '' },
      {
        heading: 'Pappa',
        ...homeInputs('GUARDIAN_2'),
        asksTeller: 'Var inte på mötet. Vem berättar vad ni har bestämt?',
      },
    ],
  },
});
