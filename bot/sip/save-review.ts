import type { z } from 'zod';
import { review } from '../../cards/sip/review.ts';
import { worksIn } from '../../domain/access.ts';
import type { PageName } from '../../domain/names.ts';
import { measuresToReview, reviewChanges, reviewFaults } from '../../domain/review.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof review.form>>;

/**
 * How each measure of the version before goes on: "Nästa" asks about those whose day has been, "Tillbaka" keeps what is
 * complete.
 */
export const saveReview = (page: PageName, isAsked = false): CaseStep<Form> => ({
  case: true,
  during: ['MEETING'],
  inputsOn: 'review',
  mayPress: worksIn,
  form: ({ file }) => review.form(file ? measuresToReview(file).map(({ id }) => id) : []),
  run({ form: { reviews, newDay }, file, now, person }): Outcome {
    const faults = reviewFaults(file, reviews, newDay);
    const isFaulty = Object.keys(faults).length > 0;
    if (isFaulty && isAsked) return invalid(faults);
    const changes = isFaulty ? [] : reviewChanges(file, reviews, { newDay, now, personId: person?.id ?? null });
    return { code: 'ok', changes, page };
  },
});
