import { worksIn } from '../../domain/access.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, scopePageOf } from '../../domain/consent.ts';
import type { CaseStep, Page, Step } from '../act.ts';
import { consentPage, consentScopePage } from './consent-page.ts';
import { CONSENT_DURING, consentIsOut, leaveConsent, leaveScope, recordConsent, saveConsent } from './save-consent.ts';

const open = (page: string): CaseStep => ({
  reads: true,
  case: true,
  during: CONSENT_DURING,
  who: worksIn,
  run: () => ({ code: 'ok', page }),
});

/** The buttons of one signer's pages: the same for everybody who can sign. */
export function consentSteps(signer: Signer): Record<string, Step> {
  const verb = CONSENT_PAGES[signer];
  return {
    [`${verb}.open`]: open(verb),
    [`${verb}.save`]: saveConsent(signer),
    [`${verb}.back`]: leaveConsent(signer),
    [`${scopePageOf(signer)}.back`]: leaveScope(signer),
    [`${verb}.sent`]: consentIsOut(signer),
    [`${verb}.record`]: recordConsent(signer),
  } as Record<string, Step>;
}

/** And their pages. */
export function consentPages(signer: Signer): Record<string, Page> {
  const verb = CONSENT_PAGES[signer];
  return { [verb]: consentPage(signer), [scopePageOf(signer)]: consentScopePage(signer) };
}
