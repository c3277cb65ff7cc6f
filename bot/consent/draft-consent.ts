import type { Signer } from '../../domain/codes.ts';
import { draftConsent } from '../../domain/consent.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import { newConsent } from '../../domain/rows/consent.ts';

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
