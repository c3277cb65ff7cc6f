import type { Temporal } from 'temporal-polyfill';
import { SCOPES, type Signer } from './codes.ts';
import { draftConsent, latestConsent } from './consent.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Consent } from './rows/consent.ts';
import { wantsOf } from './talks.ts';

/** Ticked from the start, as on the printed form; the family strikes what they do not want. */
const SUGGESTED = SCOPES.filter((scope) => scope !== 'BETWEEN_MEETINGS');

/**
 * What stands filled in about the form: the begun page, else nothing but the usual six months. A new form is a new
 * paper.
 */
export const formToStartFrom = (file: CaseFile, signer: Signer): Partial<Consent> =>
  draftConsent(file, signer) ?? { validMonths: 6, method: 'PAPER' };

/**
 * What stands ticked: the begun page, else the signer's own last consent, else what was said in the signer's own talk:
 * never another's.
 */
export function scopeToStartFrom(
  file: CaseFile,
  signer: Signer,
  today: Temporal.PlainDate,
): Pick<Consent, 'parties' | 'topics' | 'scopes'> {
  const draft = draftConsent(file, signer);
  if (draft && draft.parties.length > 0) return draft;
  const known = latestConsent(file, signer, today);
  if (known) return known;
  return { parties: [...new Set([file.case.unitId, ...wantsOf(file, signer)])], topics: [], scopes: SUGGESTED };
}
