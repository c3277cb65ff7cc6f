import { sayDay } from '../../cards/texts/dates.ts';
import { CONSENT_PAGES } from '../../domain/consent.ts';
import { asksAboutConsent, consentAnswered, consentBefore, signerToRenew } from '../../domain/consent-before.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, type Outcome, old } from '../act.ts';
import { CONSENT_DURING } from './save-consent.ts';

/**
 * "Ja": kept with its day, where the forms say so too. It extends nothing. What somebody has answered already, or the
 * forms have, is not asked any more: a card from before that changes nothing.
 */
export const consentStands = caseStep({
  during: CONSENT_DURING,
  run({ file, now, today, language }): Outcome {
    const before = asksAboutConsent({ file, today }) ? consentBefore({ file }) : null;
    if (!before) return old(file);
    const page = homePage(file);
    if (!before.reaches)
      return {
        code: 'notCovered',
        page,
        notice: { key: 'consentBefore.tooShort', values: { on: sayDay(language, before.on) } },
      };
    return { code: 'ok', page, changes: consentAnswered(file, 'STANDS', now), notice: { key: 'consentBefore.kept' } };
  },
});

/** "Ny blankett finns": to the page of the form that ends first. What holds longer is what is recorded there. */
export const consentRenewed = caseStep({
  readsOnly: true,
  during: CONSENT_DURING,
  run({ file, today }): Outcome {
    const signer = consentBefore({ file }) && signerToRenew(file, today);
    return signer ? { code: 'ok', page: CONSENT_PAGES[signer] } : old(file);
  },
});

/** "Förlängs inte": kept, without who and why, and what follows is said on the card. */
export const consentNotExtended = caseStep({
  during: CONSENT_DURING,
  run: ({ file, now, today }): Outcome =>
    asksAboutConsent({ file, today })
      ? { code: 'ok', page: homePage(file), changes: consentAnswered(file, 'NOT_EXTENDED', now) }
      : old(file),
});
