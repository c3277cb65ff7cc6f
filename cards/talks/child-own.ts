/**
 * The child's own yes in writing, by maturity from about 12: a record beside the guardians' consent, never instead of
 * it.
 */
import { z } from 'zod';
import { CONSENT_METHODS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice, day } from '../inputs.ts';
import template from './child-own.json' with { type: 'json' };

export const childOwn = defineCard({
  name: 'child-own',
  template,
  data: page,
  form: () => z.object({ ownConsentOn: day(), ownConsentMethod: choice(CONSENT_METHODS) }),
  sample: { title: 'K7M-3XQ · Barnets eget ja', next: 'Fyll i dagen då barnet skrev under.' },
});
