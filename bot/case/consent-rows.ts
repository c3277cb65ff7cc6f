import { sayDate, sayDay } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, draftConsent, latestConsent } from '../../domain/consent.ts';
import { isAfter, isBefore } from '../../domain/days.ts';
import { askedToSign, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import type { View } from '../act.ts';
import { type Row, row } from './guide-row.ts';

/** Who must sign before the kallelse, and whose form is not there or does not reach to the meeting. */
const askedNow = (view: View, file: CaseFile): Signer[] =>
  missingBeforeKallelse({ ...view, file }).flatMap(({ gate, who }) => (gate === 'signature' && who ? [who] : []));

/** Those who must sign today, and the young person where the meeting is in the birthday's month or later. */
export function signersOf(view: View, file: CaseFile): Signer[] {
  const { today } = view;
  const own = latestConsent(file, 'YOUTH', today) ? (['YOUTH'] as const) : [];
  return [...new Set([...askedToSign(file, today), ...askedNow(view, file), ...own])];
}

/** A form has its ✓ once it carries the meeting, and not before. */
export function consentRow(view: View, file: CaseFile, signer: Signer): Row {
  const { language, today } = view;
  const consent = latestConsent(file, signer, today);
  const isShort = askedNow(view, file).includes(signer);
  const draft = draftConsent(file, signer);
  const label = say(language, 'row.consent', { who: sayPartner(language, file.case, signer) });
  const stands = consent && sayStanding(view, consent, isShort);
  const out = draft?.sentOn
    ? say(language, `state.out.${draft.method ?? 'PAPER'}`, { day: sayDay(language, draft.sentOn) })
    : null;
  const none = say(language, draft ? 'state.begun' : 'state.notSigned');
  const isFilled = consent !== undefined && !isShort && !isOver(view, consent);
  return row(view, label, (isFilled ? stands : (out ?? stands)) ?? none, isFilled, CONSENT_PAGES[signer]);
}

const isOver = ({ today }: View, { validToOn }: Consent): boolean => validToOn !== null && isBefore(validToOn, today);

function sayStanding(view: View, consent: Consent, isShort: boolean): string | null {
  const { language, today } = view;
  const { validFromOn: begins, validToOn: ends } = consent;
  if (!ends) return null;
  if (isOver(view, consent)) return say(language, 'state.consentEnded', { day: sayDate(language, ends, today) });
  const isToCome = begins !== null && isAfter(begins, today);
  const [now, later] = isShort
    ? (['state.consentShort', 'state.consentNotYet'] as const)
    : (['state.consentTo', 'state.consentFrom'] as const);
  return say(language, isToCome ? later : now, { day: sayDate(language, isToCome ? begins : ends, today) });
}
