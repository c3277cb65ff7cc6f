import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, scopePageOf } from '../../domain/consent.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, type Step } from '../act.ts';
import {
  CONSENT_DURING,
  consentIsOut,
  leaveConsent,
  leaveScope,
  maySign,
  recordConsent,
  saveConsent,
} from './save-consent.ts';

const open = (signer: Signer) =>
  caseStep({
    readsOnly: true,
    during: CONSENT_DURING,
    run: (context) =>
      maySign(context, signer)
        ? { code: 'ok', page: CONSENT_PAGES[signer] }
        : { code: 'expired', page: homePage(context.file), notice: { key: 'err.expired' } },
  });

/** The buttons of one signer's pages: the same for everybody who can sign. */
export function consentSteps(signer: Signer): Record<string, Step> {
  const verb = CONSENT_PAGES[signer];
  return {
    [`${verb}.open`]: open(signer),
    [`${verb}.save`]: saveConsent(signer),
    [`${verb}.back`]: leaveConsent(signer),
    [`${scopePageOf(signer)}.back`]: leaveScope(signer),
    [`${verb}.sent`]: consentIsOut(signer),
    [`${verb}.record`]: recordConsent(signer),
  };
}
