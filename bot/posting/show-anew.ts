import { worksIn } from '../../domain/access.ts';
import { homePage, wantAgain } from '../../domain/posting.ts';
import type { Step } from '../act.ts';

/**
 * An old client that knows no Action.Execute sent the card as a message. It cannot show an answer to one person, so
 * nothing that was typed is taken: the neutral card comes anew, with its buttons.
 */
export const showAnew: Step = {
  worksWhenOld: true,
  mayPress: (person, file, posting) => (posting?.kind === 'CASE' ? worksIn(person, file) : person.active),
  run({ posting, file }) {
    if (!posting) return { code: 'expired' };
    const anew =
      posting.kind === 'MEASURE'
        ? {}
        : { activityId: null, page: posting.kind === 'CASE' ? homePage(file) : posting.page };
    return {
      code: 'ok',
      changes: [wantAgain(posting, { ...anew, sentHash: null })],
    };
  },
};
