/**
 * The answer to "Visa planen": a locked version as the convener sees it, a measure to mark as done, and other versions
 * to look at.
 */
import { z } from 'zod';
import { choiceRow, defineCard, page, sheetRow } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './plan.json' with { type: 'json' };

/** @param measureIds the ongoing ones; @param versions those that were locked */
const planForm = (measureIds: readonly string[], versions: readonly string[]) =>
  z.object({ measure: choice(measureIds), version: choice(versions) });

type Row = z.input<typeof sheetRow>;
const row = (more: Partial<Row>): Row => ({
  ...{ heading: '', lead: '', text: '', about: '', style: 'default', spacing: 'Small' },
  ...more,
});
const heading = (text: string) => row({ heading: text, spacing: 'Large' });

export const plan = defineCard({
  name: 'plan',
  template,
  data: page.extend({
    rows: z.array(sheetRow),
    /** The ongoing ones; empty when all are done. */
    measureChoices: z.array(choiceRow),
    /** There is more of it than a card holds: the next page, and after the last the first. */
    canShowMore: z.boolean(),
    /** This version on paper. */
    canPrint: z.boolean(),
    /** Other versions to look at; empty while there is one. */
    versionChoices: z.array(choiceRow),
  }),
  typed: ['rows.text'],
  form: planForm,
  sample: {
    title: 'K7M-3XQ · Planen, version 1',
    next: 'En åtgärd återstår.',
    rows: [
      heading('Med egna ord'),
      row({ text: 'Jag vill orka vara kvar till lunch.' }),
      heading('Det här behövs'),
      row({ lead: 'Behov 1  ', text: 'Orka vara i skolan hela dagen.' }),
      heading('Dit vill vi, och vem gör vad'),
      row({
        lead: 'Mål 1  ',
        text: 'Vara i skolan hela dagar tre dagar i veckan före sommarlovet.',
        about: 'till uppföljningen',
      }),
      row({
        lead: 'Åtgärd 1  ',
        text: 'Anpassat schema med start klockan nio och en vuxen som möter vid entrén.',
        about: 'Elevhälsan, Dalboskolan · Moa Lindqvist, kurator · senast fre 13 mars · **Klar**',
      }),
      row({
        lead: 'Åtgärd 2  ',
        text: 'Bedömning av sömn och ångest, första besöket.',
        about: 'BUP Dalsland · utses av enheten · senast fre 27 mars · **Pågår**',
      }),
      heading('Ansvar'),
      row({ about: 'Övergripande ansvar: Kommunen' }),
      row({ about: 'Huvudansvarig: Elevhälsan, Dalboskolan' }),
      heading('Vi ses igen'),
      row({ about: 'torsdag 7 maj' }),
    ],
    measureChoices: [{ title: 'Åtgärd 2 · BUP', value: 'm-2' }],
    canShowMore: true,
    canPrint: true,
    versionChoices: [{ title: 'Version 1, tisdag 3 mars', value: '1' }],
  },
});
