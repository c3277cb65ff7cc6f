/** Second page: who may share what, and where the original is. Ticked one by one; there is no "all". */
import { z } from 'zod';
import { SCOPES, TOPICS } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choices, words } from '../inputs.ts';
// In a container, because a client that turns one page of inputs into the next may keep the choices of what stood in
// the same place.
import template from './consent-scope.json' with { type: 'json' };

/** @param unitIds the units that can stand on the form */
const consentScopeForm = (unitIds: readonly string[]) =>
  z.object({
    parties: choices(unitIds),
    topics: choices(TOPICS),
    scopes: choices(SCOPES),
    originalLocation: words(120),
  });

export const consentScope = defineCard({
  name: 'consent-scope',
  template,
  data: page.extend({
    unitChoices: z.array(choiceRow),
    verb: z.enum(['consent1', 'consent2', 'consentYouth', 'consentBoard']),
  }),
  form: consentScopeForm,
  sample: {
    title: 'K7M-3XQ · Samtycke (mamma), sida 2 av 2',
    next: 'Kryssa för det som är ikryssat på blanketten.',
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Socialtjänsten, barn och unga', value: 'u-2' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
      { title: 'Habiliteringen', value: 'u-4' },
    ],
    verb: 'consent1',
  },
});
