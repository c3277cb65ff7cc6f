import { wantAgain } from '../../domain/posting.ts';
import type { Outcome, Step } from '../act.ts';

/** Due: the meeting can be opened from now on, so the case card must show its button. */
export const meetingOpens: Step = {
  run({ file }): Outcome {
    if (!file) return { code: 'expired' };
    const cards = file.postings.filter((posting) => posting.kind === 'CASE' && posting.page === 'case');
    return {
      code: 'ok',
      changes: cards.map((posting) => wantAgain(posting)),
    };
  },
};
