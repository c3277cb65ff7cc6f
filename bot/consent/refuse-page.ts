import { refuse } from '../../cards/refuse.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, latestConsent, requiredSigners } from '../../domain/consent.ts';
import { caseOf, definePage } from '../act.ts';

/** No reason is asked for. Where another guardian has signed they disagree: then each unit goes on with its own task (FB 6:13 a does not cover this). */
export const refusePage = (signer: Signer) =>
  definePage(refuse, (view) => {
    const file = caseOf(view);
    const { language, today, register } = view;
    const others = requiredSigners(file.case, today).filter((one) => one !== signer && latestConsent(file, one, today));
    return {
      data: {
        title: say(language, 'refuse.title', { code: file.case.code, who: sayPartner(language, file.case, signer) }),
        next: say(language, 'refuse.next'),
        what: say(language, others.length > 0 ? 'consent.disagree' : 'consent.no'),
        concern: say(language, 'refuse.concern', { concern: register.settings.concernLine }),
        verb: CONSENT_PAGES[signer],
      },
    };
  });
