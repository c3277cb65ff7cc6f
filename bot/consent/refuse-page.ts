import { refuse } from '../../cards/consent/refuse.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { isExtension } from '../../domain/closing.ts';
import { consentEndsOn, isYouth, latestConsent, requiredSigners } from '../../domain/consent.ts';
import { caseOf, definePage, type View } from '../act.ts';

/**
 * Where one of several has signed they disagree: then each unit goes on with its own task (FB 6:13 a does not cover
 * this).
 */
function whatFollows(view: View): string {
  const file = caseOf(view);
  const { language, today } = view;
  const ends = consentEndsOn(file, today);
  if (isExtension(file)) return say(language, 'refuse.extension', { on: ends ? sayDay(language, ends) : 'NONE' });
  const signers = requiredSigners(file.case, today);
  const disagree = signers.length > 1 && signers.some((signer) => latestConsent(file, signer, today));
  return say(language, disagree ? 'consent.disagree' : 'consent.no');
}

/** No reason is asked for, and nothing says who. */
export const refusePage = definePage(refuse, (view) => {
  const file = caseOf(view);
  const { language, today, register } = view;
  return {
    data: {
      title: say(language, 'refuse.title', { code: file.case.code }),
      next: say(language, 'refuse.next'),
      what: whatFollows(view),
      concern: say(language, 'refuse.concern', { concern: register.settings.concernLine }),
      verb: `refuse.${isYouth(file.case, today) ? 'youth' : 'save'}` as const,
    },
  };
});
