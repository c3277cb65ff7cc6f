/**
 * The side door: the days of the talks on one page, for somebody who has every form in the hand. The same rows, the
 * same gates.
 */
import { z } from 'zod';
import { CHILD_TALK_OUTCOMES, TALK_PARTNERS } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, choices, day } from '../inputs.ts';
import template from './all-on-paper.json' with { type: 'json' };

const allOnPaperForm = () =>
  z.object({
    guardian1On: day(),
    guardian2On: day(),
    childOn: day(),
    outcome: choice(CHILD_TALK_OUTCOMES),
    informed: choices(TALK_PARTNERS),
  });

export const allOnPaper = defineCard({
  name: 'all-on-paper',
  template,
  data: page.extend({
    /** Labels of the days: "Samtal med mamma". Null where there is no such guardian. */
    guardian1: z.string().nullable(),
    guardian2: z.string().nullable(),
    child: z.string(),
    /** Who has been told what: values out of TALK_PARTNERS. */
    informedChoices: z.array(choiceRow),
  }),
  form: allOnPaperForm,
  sample: {
    title: 'K7M-3XQ · Redan klart',
    next: 'Fyll i dagarna som står på papperen.',
    guardian1: 'Samtal med mamma',
    guardian2: 'Samtal med pappa',
    child: 'Samtal med barnet',
    informedChoices: [
      { title: 'Informationsbladet, med mamma', value: 'GUARDIAN_1' },
      { title: 'Informationsbladet, med pappa', value: 'GUARDIAN_2' },
      { title: 'Barnet vet varför ni ses och vilka som ska prata med varandra', value: 'CHILD' },
    ],
  },
});
