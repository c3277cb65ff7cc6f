/**
 * The record of one person's written consent, first page: the form itself, which stays on paper or in the signing
 * service.
 */
import { z } from 'zod';
import { CONSENT_METHODS, VALIDITY_CHOICES } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './consent.json' with { type: 'json' };

const consentForm = () =>
  z.object({
    signedOn: day(),
    method: choice(CONSENT_METHODS),
    validFromOn: day(),
    validMonths: choice(VALIDITY_CHOICES),
    validToOn: day(),
  });

export const consent = defineCard({
  name: 'consent',
  template,
  data: page.extend({
    /** The first part of the verbs: `consent1`. */
    verb: z.enum(['consent1', 'consent2', 'consentYouth', 'consentBoard']),
    /** "Den unge skrev under själv …, före 18 år." */
    earlier: z.string().nullable(),
    /** "Enligt blanketten" was chosen: its days. */
    askDays: z.boolean(),
    /** "Väntar på underskrift sedan …" */
    sent: z.string().nullable(),
  }),
  form: consentForm,
  sample: {
    title: 'K7M-3XQ · Samtycke (mamma), sida 1 av 2',
    next: 'Fyll i det som står på den underskrivna blanketten.',
    verb: 'consent1',
    earlier: 'Den unge skrev under själv onsdag 3 mars, före 18 år. Fråga om det fortfarande gäller.',
    askDays: true,
    sent: 'Väntar på underskrift sedan måndag 2 mars.',
  },
});
