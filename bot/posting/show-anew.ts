import { maySeeMeasureOf } from '../../domain/access.ts';
import { homePage, wantAgain } from '../../domain/posting.ts';
import type { Step } from '../act.ts';

/**
 * An old client that knows no Action.Execute sent the card as a message. It cannot show an answer to one person, so
 * nothing that was typed is taken: the neutral card comes anew, with its buttons.
 */
export const showAnew: Step = {
  worksWhenOld: true,
  on: ['CASE', 'MEASURE', 'PLAN', 'HELP', 'CASES', 'PROPOSE'],
  mayPress: (person, file, posting, today) =>
    posting?.kind !== 'MEASURE' || maySeeMeasureOf(person, file, posting, today),
  run({ posting, file }) {
    if (!posting) return { code: 'expired' };
    const isNeutral = posting.kind === 'MEASURE' || posting.kind === 'PLAN';
    const anew = isNeutral ? {} : { activityId: null, page: posting.kind === 'CASE' ? homePage(file) : posting.page };
    return {
      code: 'ok',
      changes: [wantAgain(posting, { ...anew, sentHash: null })],
    };
  },
};
