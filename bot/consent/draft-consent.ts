import type { Signer } from '../../domain/codes.ts';
import { draftConsent } from '../../domain/consent.ts';
import { newConsent } from '../../domain/new-rows.ts';
import type { CaseFile, Change, Consent } from '../../domain/rows.ts';

/**
 * A signer's one draft as it will be with `set`, and the change that keeps it. Its row comes to be when its page is
 * first left.
 */
export function drafted(
  file: CaseFile,
  signer: Signer,
  newId: () => string,
  set: Partial<Consent>,
): { consent: Consent; change: Change } {
  const known = draftConsent(file, signer);
  if (known) return { consent: { ...known, ...set }, change: { in: 'consent', id: known.id, set } };
  const consent = newConsent({ id: newId(), caseId: file.case.id, givenBy: signer, ...set });
  return { consent, change: { in: 'consent', id: consent.id, set: consent } };
}
