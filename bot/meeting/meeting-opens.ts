import { standingCards, wantAgain } from '../../domain/posting.ts';
import type { Outcome, Step } from '../act.ts';

/**
 * Due: the meeting can be opened from now on, or was not opened yesterday, so the case card must show its button, or
 * ask.
 */
export const meetingOpens: Step = {
  run({ file }): Outcome {
    if (!file) return { code: 'expired' };
    return { code: 'ok', changes: standingCards(file).map((posting) => wantAgain(posting)) };
  },
};
