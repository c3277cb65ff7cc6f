import type { Temporal } from 'temporal-polyfill';
import type { Signer } from './codes.ts';
import { draftConsent } from './consent.ts';
import { isAfter, order } from './days.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Consent } from './rows/consent.ts';
import { talkWith } from './talks.ts';

/**
 * What stands filled in about the form: the begun page, else the day on which the other guardian signed. How long it
 * counts is copied from the paper, and nothing stands there before (GDPR 4). A new form is a new paper. Of a child's yes
 * in writing from before its form was recorded whole, the day and the way are known, and what it says is asked for.
 */
export function formToStartFrom(file: CaseFile, signer: Signer): Partial<Consent> {
  const draft = draftConsent(file, signer);
  if (draft) return draft;
  const talk = talkWith(file, 'CHILD');
  const isKnown = signer === 'YOUTH' && talk?.ownConsentOn && !file.consents.some(({ givenBy }) => givenBy === signer);
  return {
    method: 'PAPER',
    signedOn: paperOfTheOther(file, signer).signedOn,
    ...(isKnown ? { signedOn: talk.ownConsentOn, method: talk.ownConsentMethod } : {}),
  };
}

/**
 * What stands ticked: the begun page, else nothing. A box that is ticked beforehand is no consent (GDPR 4(11), recital
 * 32): neither the signer's last form, nor what was wished for in a talk, nor anybody else's form.
 */
export function scopeToStartFrom(file: CaseFile, signer: Signer): Pick<Consent, 'parties' | 'topics' | 'scopes'> {
  const { parties, topics, scopes } = draftConsent(file, signer) ?? { parties: [], topics: [], scopes: [] };
  return { parties, topics, scopes };
}

const OTHER: Partial<Record<Signer, Signer>> = { GUARDIAN_1: 'GUARDIAN_2', GUARDIAN_2: 'GUARDIAN_1' };

/** Two guardians often sign on the same day, and the papers are kept together: only that follows to the second page. */
export function paperOfTheOther(file: CaseFile, signer: Signer): Pick<Consent, 'signedOn' | 'originalLocation'> {
  const newest = (by: Signer | undefined) =>
    file.consents
      .filter(({ givenBy, recordedAt }) => givenBy === by && recordedAt !== null)
      .sort((a, b) => order(recorded(a), recorded(b)))
      .at(-1);
  const other = newest(OTHER[signer]);
  const own = newest(signer);
  // A form of an earlier round is another paper.
  const isOfThisRound = other && (!own || isAfter(recorded(other), recorded(own)));
  return isOfThisRound ? other : { signedOn: null, originalLocation: null };
}
const recorded = ({ recordedAt }: Consent): Temporal.Instant => recordedAt as Temporal.Instant;

/** The days that stand on the form are asked for only where it was said that they do. */
export const asksDays = (draft: Consent | undefined): boolean =>
  draft !== undefined &&
  (draft.validMonths === null ||
    (draft.validFromOn !== null && draft.signedOn !== null && !draft.validFromOn.equals(draft.signedOn)));
