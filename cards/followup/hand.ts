/** "Lämna planen": each unit that may have it, how much of it, and how it gets it. */
import { z } from 'zod';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './hand.json' with { type: 'json' };

/**
 * @param receivers who may have it, each with its ways. Answers the way by unit id, null where none is chosen, and none
 * of who did not stand on the page; `others`: units that were answered and may not have it. The page is older than that.
 */
const handForm = <W extends string>(receivers: readonly { unitId: string; ways: readonly W[] }[]) =>
  z.looseObject({}).transform((sent, context) => {
    const asked = receivers.filter(({ unitId }) => sent[`give_${unitId}`] !== undefined);
    const ways = asked.map(({ unitId, ways }) => {
      const field = `give_${unitId}`;
      const answer = sent[field];
      const way = choice(ways).safeParse(answer);
      const isPerson = typeof answer === 'string' && answer.startsWith('TEAMS:');
      const message = isPerson ? 'error.handWay' : 'error.choice';
      if (!way.success) context.addIssue({ code: 'custom', message, path: [field] });
      return [unitId, way.data ?? null] as const;
    });
    const answered = Object.keys(sent).filter((field) => field.startsWith('give_') && sent[field] !== '');
    const isReceiver = (field: string) => receivers.some(({ unitId }) => field === `give_${unitId}`);
    return { ways: new Map(ways), others: answered.filter((field) => !isReceiver(field)).length };
  });

export const hand = defineCard({
  name: 'hand',
  template,
  data: page.extend({
    /** Who has opened it, or has it in their file: one line each. */
    settled: z.array(z.string()),
    /** The others; the input of each is `give_<unit>`. */
    receivers: z.array(
      z.object({ unitId: z.string(), label: z.string(), about: z.string(), wayChoices: z.array(choiceRow) }),
    ),
    /** The parties' papers. */
    canPrint: z.boolean(),
  }),
  form: handForm,
  sample: {
    title: 'K7M-3XQ · Lämna planen, version 2',
    next: 'Välj hur varje verksamhet får planen.',
    settled: ['Elevhälsan, Dalboskolan: hela planen. Öppnad tisdag 3 mars. Införd i akten onsdag 4 mars.'],
    receivers: [
      {
        unitId: 'u-3',
        label: 'Barn- och ungdomspsykiatrin (BUP): hela planen',
        about: 'Lämnad tisdag 3 mars. Kommer i chatten när personen skriver till mig.',
        wayChoices: [
          { title: 'I Teams: Sara Holm, kurator', value: 'TEAMS:a-3' },
          { title: 'På papper', value: 'PAPER' },
          { title: 'Säker digital post', value: 'SECURE_POST' },
        ],
      },
      {
        unitId: 'u-4',
        label: 'Habiliteringen: egna åtgärder och nästa möte',
        about: '',
        wayChoices: [
          { title: 'På papper', value: 'PAPER' },
          { title: 'Säker digital post', value: 'SECURE_POST' },
        ],
      },
    ],
    canPrint: true,
  },
});
