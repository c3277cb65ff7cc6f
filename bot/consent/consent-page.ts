import { consent } from '../../cards/consent/consent.ts';
import { consentScope } from '../../cards/consent/consent-scope.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, draftConsent, isConsentingBoard, isOwnFormToAsk, latestConsent } from '../../domain/consent.ts';
import { asksDays, formToStartFrom, paperOfTheOther, scopeToStartFrom } from '../../domain/consent-start.ts';
import { latest } from '../../domain/days.ts';
import { unitsOnForm } from '../../domain/form-order.ts';
import { caseOf, definePage, type View } from '../act.ts';

const titleOf = (view: View, signer: Signer, n: number): string => {
  const { case: row } = caseOf(view);
  return say(view.language, 'consent.title', { who: sayPartner(view.language, row, signer), code: row.code, n });
};

/** The young person's own form from before 18: asked about, never assumed. */
function sayEarlier(view: View, signer: Signer): string | null {
  const file = caseOf(view);
  const { language, today } = view;
  const day = latest(today, file.case.turns18On ?? today);
  if (signer !== 'YOUTH' || !isOwnFormToAsk(file, day)) return null;
  const signedOn = latestConsent(file, 'YOUTH', day)?.signedOn;
  return say(language, 'consent.ownEarlier', { on: signedOn ? sayDay(language, signedOn) : '' });
}

/** One record per person: the paper is the legal document, this is the note that it exists and what it says. */
export const consentPage = (signer: Signer) =>
  definePage(consent, (view) => {
    const { language } = view;
    const file = caseOf(view);
    const from = formToStartFrom(file, signer);
    const draft = draftConsent(file, signer);
    // A page that was left unanswered asks for the days that stand on the form.
    const months = draft ? (draft.validMonths?.toString() ?? 'OWN') : '';
    return {
      data: {
        title: titleOf(view, signer, 1),
        next: say(language, isConsentingBoard(signer) ? 'consent.nextBoard' : 'consent.next'),
        verb: CONSENT_PAGES[signer],
        earlier: sayEarlier(view, signer),
        askDays: asksDays(draft),
        sent: from.sentOn ? say(language, 'consent.sentOn', { on: sayDay(language, from.sentOn) }) : null,
      },
      values: {
        signedOn: from.signedOn?.toString() ?? '',
        method: from.method ?? '',
        // Empty: from the day of signing.
        validFromOn:
          from.validFromOn && !(from.signedOn && from.validFromOn.equals(from.signedOn))
            ? from.validFromOn.toString()
            : '',
        validMonths: months,
        validToOn: months === 'OWN' ? (from.validToOn?.toString() ?? '') : '',
      },
    };
  });

export const consentScopePage = (signer: Signer) =>
  definePage(consentScope, (view) => {
    const file = caseOf(view);
    const { parties, topics, scopes } = scopeToStartFrom(file, signer);
    return {
      data: {
        title: titleOf(view, signer, 2),
        next: say(view.language, 'consent.nextScope'),
        unitChoices: unitsOnForm(view.register, file.case.unitId).map(({ id, name }) => ({
          title: name,
          value: id,
        })),
        verb: CONSENT_PAGES[signer],
      },
      values: {
        parties,
        topics,
        scopes,
        originalLocation:
          draftConsent(file, signer)?.originalLocation ?? paperOfTheOther(file, signer).originalLocation ?? '',
      },
    };
  });
