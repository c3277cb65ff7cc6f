import { wantAgain } from '../../domain/posting.ts';
import type { Outcome, Step } from '../act.ts';

/**
 * Due: a consent soon ends or has ended, or the young person comes of age. The cards are drawn anew; what they say is a
 * matter of the day.
 */
export const watchConsent: Step = {
  run({ file }): Outcome {
    if (!file || file.case.status === 'CLOSED') return { code: 'over' };
    const cards = file.postings.filter(
      ({ kind, page, activityId }) => activityId && (kind === 'MEASURE' || page === 'case' || page === 'guide'),
    );
    return {
      code: 'ok',
      changes: cards.map((posting) => wantAgain(posting)),
    };
  },
};
