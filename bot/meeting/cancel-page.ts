import { cancel } from '../../cards/meeting/cancel.ts';
import { remindIn } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

/** The family decides first: a meeting without one of the parties is better than none (T17). */
export const cancelPage = definePage(cancel, (view) => {
  const file = caseOf(view);
  const { language } = view;
  return {
    data: {
      title: say(language, 'cancel.title', { code: file.case.code }),
      next: say(language, 'cancel.next'),
      rebook: say(language, 'cancel.rebook', { remind: remindIn(file) }),
    },
  };
});
