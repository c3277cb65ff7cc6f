/** What can be drafted as a deviation: found by the rules, or chosen by hand about a unit. */
import { z } from 'zod';
import { YES_NO } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './deviations.json' with { type: 'json' };

/**
 * @param keys those that were found, and the codes that are chosen by hand; @param units those that one can be about
 */
const deviationsForm = (keys: readonly string[], units: readonly string[]) =>
  z.object({ what: choice(keys), unit: choice(units), decision: choice(YES_NO) });

export const deviations = defineCard({
  name: 'deviations',
  template,
  data: page.extend({ choices: z.array(choiceRow), unitChoices: z.array(choiceRow) }),
  form: deviationsForm,
  sample: {
    title: 'K7M-3XQ · Avvikelse',
    next: 'Vad blev inte som det skulle?',
    choices: [
      { title: 'Kallad part uteblev · Habilitering · tisdag 3 mars', value: 'PARTY_ABSENT:p-1:2026-03-03' },
      { title: 'Deltagare saknade mandat att besluta', value: 'NO_MANDATE' },
      { title: 'Ensidigt nej till insats utan skriftligt beslut', value: 'UNILATERAL_REFUSAL' },
    ],
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'BUP Dalsland', value: 'u-2' },
    ],
  },
});
