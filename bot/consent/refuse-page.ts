import { refuse } from '../../cards/consent/refuse.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { withPhones } from '../../cards/texts/say-phone.ts';
import { isExtension, mayErase } from '../../domain/closing.ts';
import { consentEndsOn, isYouth, requiredSigners } from '../../domain/consent.ts';
import { staffHints } from '../../domain/staff-hints.ts';
import { caseOf, definePage, type View } from '../act.ts';

/**
 * Where several must sign the case rests, and each unit goes on with its own task (FB 6:13 a does not cover this). What
 * is said is the same whoever says no, and whoever has signed.
 */
function whatFollows(view: View): string {
  const file = caseOf(view);
  const { language, register, today } = view;
  const ends = consentEndsOn(file, today);
  if (isExtension(file)) return say(language, 'refuse.extension', { on: ends ? sayDay(language, ends) : 'NONE' });
  if (isShared(view)) return say(language, 'consent.disagree');
  return say(language, 'consent.no', { erased: mayErase(register) ? 'YES' : 'NO' });
}

/** More than one must sign. */
function isShared(view: View): boolean {
  return requiredSigners(caseOf(view).case, view.today).length > 1;
}

/** No reason is asked for, and nothing says who. */
export const refusePage = definePage(refuse, (view) => {
  const file = caseOf(view);
  const { language, today, register } = view;
  const hints = staffHints({ ...view, file });
  return {
    data: {
      title: say(language, 'refuse.title', { code: file.case.code }),
      next: say(language, 'refuse.next'),
      what: whatFollows(view),
      hints:
        hints.length > 0
          ? hints.map((key) => withPhones({ ...view, file }, key, say(language, key))).join('\n\n')
          : null,
      concern: say(language, 'refuse.concern', { concern: register.settings.concernLine }),
      verb: `refuse.${isYouth(file.case, today) ? 'youth' : 'save'}` as const,
    },
  };
});
