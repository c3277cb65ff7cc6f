/**
 * The answer to "Visa planen": a locked version as the convener sees it, a measure to mark as done, and other versions
 * to look at.
 */
import { z } from 'zod';
import { choiceRow, defineCard, measureRow, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './plan.json' with { type: 'json' };

/** @param measureIds the ongoing ones; @param versions those that were locked */
const planForm = (measureIds: readonly string[], versions: readonly string[]) =>
  z.object({ measure: choice(measureIds), version: choice(versions) });

export const plan = defineCard({
  name: 'plan',
  template,
  data: page.extend({
    childGoal: z.string().nullable(),
    goals: z.array(z.string()),
    measures: z.array(measureRow.extend({ state: z.string() })),
    principal: z.string().nullable(),
    owner: z.string().nullable(),
    followUp: z.string().nullable(),
    /** The ongoing ones; empty when all are done. */
    measureChoices: z.array(choiceRow),
    /** There are more measures than a card holds: the next ones, and after the last the first. */
    canShowMore: z.boolean(),
    /** Other versions to look at; empty while there is one. */
    versionChoices: z.array(choiceRow),
  }),
  typed: ['childGoal', 'goals', 'measures.what'],
  form: planForm,
  sample: {
    title: 'K7M-3XQ · Planen, version 1',
    next: 'Planen är låst. Markera åtgärder som är klara.',
    childGoal: 'Jag vill orka vara kvar till lunch.',
    goals: ['Vara i skolan hela dagar tre dagar i veckan före sommarlovet.', 'Sova hela natten de flesta nätter.'],
    measures: [
      {
        n: 1,
        what: 'Anpassat schema med start klockan nio och en vuxen som möter vid entrén.',
        who: 'Moa Lindqvist, Elevhälsan',
        due: 'senast fredag 13 mars',
        state: 'Klar',
      },
      {
        n: 2,
        what: 'Bedömning av sömn och ångest, första besöket.',
        who: 'Sara Holm, BUP',
        due: 'senast fredag 27 mars',
        state: 'Pågår',
      },
    ],
    principal: 'Kommunen',
    owner: 'Moa Lindqvist, Elevhälsan',
    followUp: 'torsdag 7 maj',
    measureChoices: [{ title: 'Åtgärd 2 · BUP', value: 'm-2' }],
    canShowMore: true,
    versionChoices: [{ title: 'Version 1, tisdag 3 mars', value: '1' }],
  },
});
