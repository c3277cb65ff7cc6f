/** Who is called: for each consented unit a person, its functional address, or nobody yet. */
import { z } from 'zod';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, mail } from '../inputs.ts';
import template from './invite.json' with { type: 'json' };

/** Answers `who` by unit id; a unit that was not answered is null. */
const inviteForm = (
  units: readonly { id: string; choices: readonly { value: string }[] }[],
  unitIds: readonly string[],
) =>
  z
    .object({
      ...Object.fromEntries(units.map((unit, n) => [`who_${n}`, choice(unit.choices.map((one) => one.value))])),
      otherUnit: choice(unitIds),
      otherMail: mail(),
    })
    .transform((sent) => ({
      who: Object.fromEntries(
        units.map((unit, n) => [unit.id, (sent as Record<string, string | null>)[`who_${n}`] ?? null]),
      ),
      otherUnit: sent.otherUnit,
      otherMail: sent.otherMail,
    }));

export const invite = defineCard({
  name: 'invite',
  template,
  data: page.extend({
    /** The n:th unit's input is `who_<n>`, from 0. Values: a person's id, FUNCTIONAL, NONE. */
    units: z.array(z.object({ id: z.string(), label: z.string(), choices: z.array(choiceRow) })),
    unitChoices: z.array(choiceRow),
    /** Units that one of those who sign has named and another has not: why they are not in the list. */
    struck: z.array(z.string()),
  }),
  form: inviteForm,
  sample: {
    title: 'K7M-3XQ · Vilka som kallas',
    next: 'Välj en person eller en funktionsbrevlåda för varje verksamhet.',
    units: [
      {
        id: 'u-1',
        label: 'Elevhälsan, Dalboskolan',
        choices: [
          { title: 'Moa Lindqvist, skolkurator', value: 'a-1' },
          { title: 'Johan Ek, specialpedagog', value: 'a-2' },
          { title: 'Ingen härifrån', value: 'NONE' },
        ],
      },
      {
        id: 'u-3',
        label: 'Barn- och ungdomspsykiatrin (BUP)',
        choices: [
          { title: 'Funktionsbrevlådan, person utses senare', value: 'FUNCTIONAL' },
          { title: 'Sara Holm, kurator', value: 'a-3' },
          { title: 'Ingen härifrån', value: 'NONE' },
        ],
      },
      {
        id: 'u-4',
        label: 'Habiliteringen',
        choices: [
          { title: 'Funktionsbrevlådan, person utses senare', value: 'FUNCTIONAL' },
          { title: 'Ingen härifrån', value: 'NONE' },
        ],
      },
    ],
    struck: ['Vårdcentralen kan inte kallas: alla som samtycker har inte kryssat för den.'],
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
      { title: 'Habiliteringen', value: 'u-4' },
    ],
  },
});
