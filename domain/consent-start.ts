import type { Temporal } from 'temporal-polyfill';
import { SCOPES, type Signer } from './codes.ts';
import { draftConsent, latestConsent } from './consent.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Consent } from './rows/consent.ts';
import { talkWith, wantsOf } from './talks.ts';

/** Ticked from the start, as on the printed form; the family strikes what they do not want. */
const SUGGESTED = SCOPES.filter((scope) => scope !== 'BETWEEN_MEETINGS');

/**
 * What stands filled in about the form: the begun page, else nothing but the usual six months. A new form is a new
 * paper. Of a child's yes in writing from before its form was recorded whole, the day and the way are known, and what it
 * says is asked for.
 */
export function formToStartFrom(file: CaseFile, signer: Signer): Partial<Consent> {
  const draft = draftConsent(file, signer);
  if (draft) return draft;
  const talk = talkWith(file, 'CHILD');
  const isKnown = signer === 'YOUTH' && talk?.ownConsentOn && !file.consents.some(({ givenBy }) => givenBy === signer);
  return {
    validMonths: 6,
    method: 'PAPER',
    ...(isKnown ? { signedOn: talk.ownConsentOn, method: talk.ownConsentMethod } : {}),
  };
}

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
