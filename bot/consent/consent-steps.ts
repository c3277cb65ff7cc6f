import { sayDay } from '../../cards/texts/dates.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, maySign, ownFormFrom } from '../../domain/consent.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, leaving, old, type Say } from '../act.ts';
import { CONSENT_DURING, consentIsOut, leaveConsent, leaveScope, recordConsent, saveConsent } from './save-consent.ts';

const open = (signer: Signer) =>
  caseStep({
    readsOnly: true,
    during: CONSENT_DURING,
    run({ file, today, language }) {
      if (maySign(file.case, signer, today)) return { code: 'ok', page: CONSENT_PAGES[signer] };
      const from = signer === 'YOUTH' ? ownFormFrom(file.case, today) : null;
      if (!from) return old(file);
      const notice: Say = { key: 'consent.ownFrom', values: { on: sayDay(language, from) } };
      return { code: 'expired', page: homePage(file), notice };
    },
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
