import { birthdayDueItems } from '../../domain/consent-watch.ts';
import { isAfter } from '../../domain/days.ts';
import { pageNow, wantAgain } from '../../domain/posting.ts';
import type { Outcome, Step } from '../act.ts';

/**
 * Due: a consent soon ends or has ended, or the young person comes of age. What the cards say is a
 * matter of the day, so each one that nobody can be typing on is drawn anew.
 */
export const watchConsent: Step = {
  run({ file, isLive, now }): Outcome {
    if (!file || file.case.status === 'CLOSED') return { code: 'over' };
    const cards = file.postings.filter(({ page, activityId }) => activityId && isLive(pageNow(page, file)));
    return {
      code: 'ok',
      changes: cards.map((posting) => wantAgain(posting)),
      // A case from before both signed in the birthday's month has nothing planned at its end.
      due: birthdayDueItems(file.case).filter(({ dueAt }) => isAfter(dueAt, now)),
    };
  },
};
