import { standingCards, wantAgain } from '../../domain/posting.ts';
import type { Outcome, Step } from '../act.ts';

/** Due: the meeting can be opened from now on, so the case card must show its button. */
export const meetingOpens: Step = {
  run({ file }): Outcome {
    if (!file) return { code: 'expired' };
    return { code: 'ok', changes: standingCards(file).map((posting) => wantAgain(posting)) };
  },
};
