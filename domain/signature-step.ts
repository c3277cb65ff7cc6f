/** The sentence where a signature is the first that is missing before the kallelse. */
import { draftConsent, isLiveOn, isYouth, latestConsent, requiredSigners } from './consent.ts';
import { daysBetween, isBefore, order } from './days.ts';
import type { Missing } from './gates.ts';
import type { Moment } from './moment.ts';

/**
 * Who is missing decides the sentence: a form that is too short, the young person's own, one guardian of two, or all.
 */
function whoIsMissing({ file, today }: Moment, missing: readonly Missing[]) {
  const asked = missing.flatMap(({ gate, who }) => (gate === 'signature' && who ? [who] : []));
  const forms = asked.flatMap((signer) => latestConsent(file, signer, today) ?? []);
  const isOver = forms.some(({ validToOn }) => validToOn !== null && isBefore(validToOn, today));
  if (isOver) return 'next.consentTooShort';
  if (forms.length > 0)
    return forms.every((form) => isLiveOn(form, today)) ? 'next.consentBeforeMeeting' : 'next.consentNotYet';
  if (asked.every((signer) => signer === 'YOUTH') && !isYouth(file.case, today))
    return requiredSigners(file.case, today).includes('YOUTH') ? 'next.childConsent' : 'next.youthConsent';
  return asked.length < requiredSigners(file.case, today).length ? 'consent.one.missing' : 'next.consent';
}

/** Days after which a form that is out for signature is asked about again. */
export const REMIND_DAYS = 5;

/**
 * All signatures that are missing have been asked for: waiting, and after some days a reminder of the one that has
 * waited longest.
 */
function outForSignature({ file, today }: Moment, missing: readonly Missing[]) {
  const drafts = missing.flatMap(({ gate, who }) => (gate === 'signature' && who ? [draftConsent(file, who)] : []));
  const out = drafts.flatMap((draft) => (draft?.sentOn ? [{ on: draft.sentOn, method: draft.method ?? 'PAPER' }] : []));
  const [oldest] = out.sort((a, b) => order(a.on, b.on));
  if (!oldest || out.length < drafts.length) return null;
  const waits = daysBetween(oldest.on, today) < REMIND_DAYS;
  return { key: waits ? ('consent.sentOn' as const) : (`next.remind.${oldest.method}` as const), on: oldest.on };
}

/** Out for signature, else who is missing. */
export const signatureStep = (moment: Moment, missing: readonly Missing[]) =>
  outForSignature(moment, missing) ?? { key: whoIsMissing(moment, missing), on: null };
