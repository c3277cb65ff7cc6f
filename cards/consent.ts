/** The record of one person's written consent. The form itself stays on paper. */
import { z } from 'zod';
import { SCOPES, VALID_MONTHS } from '../domain/codes.ts';
import template from './consent.json' with { type: 'json' };
import { choiceRow, defineCard, page } from './contract.ts';
import { choices, day, numberChoice, words } from './inputs.ts';

/** @param unitIds the units that can stand on the form */
const consentForm = (unitIds: readonly string[]) =>
  z.object({
    signedOn: day(),
    parties: choices(unitIds),
    scopes: choices(SCOPES),
    validMonths: numberChoice(VALID_MONTHS),
    originalLocation: words(120),
  });

export const consent = defineCard({
  name: 'consent',
  template,
  data: page.extend({ unitChoices: z.array(choiceRow), saveVerb: z.string(), backVerb: z.string() }),
  form: consentForm,
  sample: {
    title: 'K7M-3XQ · Samtycke (mamma)',
    next: 'Fyll i det som står på den underskrivna blanketten.',
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Socialtjänsten, barn och unga', value: 'u-2' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
      { title: 'Habiliteringen', value: 'u-4' },
    ],
    saveVerb: 'consent1.save',
    backVerb: 'consent1.back',
  },
  live: false,
});
