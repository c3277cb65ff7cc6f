import { consent } from '../../cards/consent.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { SCOPES, type Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, draftConsent, latestConsent, requiredSigners } from '../../domain/consent.ts';
import type { CaseFile, Consent } from '../../domain/rows.ts';
import { caseOf, definePage } from '../act.ts';

/** Ticked from the start, as on the printed form; the family strikes what they do not want. */
const SUGGESTED = SCOPES.filter((scope) => scope !== 'BETWEEN_MEETINGS');

/** What stands filled in: the begun page, else the last consent, else the other guardian's, else what the talks said. */
function startingPoint(file: CaseFile, signer: Signer): Partial<Consent> {
  const own = draftConsent(file, signer) ?? latestConsent(file, signer);
  if (own) return own;
  const [other] = requiredSigners(file.case).flatMap((one) => latestConsent(file, one) ?? []);
  const wanted = [...new Set([file.case.unitId, ...file.talks.flatMap((talk) => talk.wants)])];
  return { parties: other?.parties ?? wanted, scopes: other?.scopes ?? SUGGESTED, validMonths: other?.validMonths ?? 6 };
}

/** One record per person: the paper is the legal document, this is the note that it exists and what it says. */
export const consentPage = (signer: Signer) =>
  definePage(consent, (view) => {
    const file = caseOf(view);
    const { language, register } = view;
    const from = startingPoint(file, signer);
    const who = sayPartner(language, file.case, signer);
    return {
      data: {
        title: say(language, 'consent.title', { who, code: file.case.code }),
        next: say(language, 'consent.next'),
        unitChoices: register.units.map(({ id, name }) => ({ title: name, value: id })),
        saveVerb: `${CONSENT_PAGES[signer]}.save`,
        backVerb: `${CONSENT_PAGES[signer]}.back`,
      },
      values: {
        signedOn: from.signedOn?.toString() ?? '',
        parties: from.parties ?? [],
        scopes: from.scopes ?? [],
        validMonths: String(from.validMonths ?? 6),
        originalLocation: from.originalLocation ?? '',
      },
    };
  });
