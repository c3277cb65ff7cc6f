import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES } from '../../domain/consent.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, leaving } from '../act.ts';
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
export const consentSteps = (signer: Signer) => ({
  '.open': open(signer),
  '.save': saveConsent(signer),
  '.back': leaving(leaveConsent(signer)),
  'Scope.back': leaving(leaveScope(signer)),
  '.sent': consentIsOut(signer),
  '.record': recordConsent(signer),
});
