import { review, reviewInput } from '../../cards/sip/review.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import type { PageName } from '../../domain/names.ts';
import { measuresToReview, type ReviewFault, reviewChanges, reviewFaults } from '../../domain/review.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

const SAID: Record<ReviewFault, TextKey> = {
  UNANSWERED: 'error.review',
  NOT_COVERED: 'error.reviewUnit',
  DAY: 'error.dueOn',
  TOO_EARLY: 'error.dueTooEarly',
};

/**
 * How each measure of the version before goes on: "Nästa" asks about those whose day has been, "Tillbaka" keeps what is
 * complete.
 */
export const saveReview = (page: PageName, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'review',
    form: ({ file }) => review.form(measuresToReview(file)),
    run({ form: { reviews, newDay }, file, now, person }): Outcome {
      const faults = reviewFaults(file, reviews, newDay);
      const isFaulty = faults.length > 0;
      if (isFaulty && isAsked)
        return invalid(
          Object.fromEntries(faults.map(({ n, fault }) => [n === null ? 'newDay' : reviewInput(n), SAID[fault]])),
        );
      const changes = isFaulty ? [] : reviewChanges(file, reviews, { newDay, now, personId: person?.id ?? null });
      return { code: 'ok', changes, page };
    },
  });
