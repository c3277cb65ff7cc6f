/** What a follow-up decides about the measures that the version before left ongoing. */
import type { Temporal } from 'temporal-polyfill';
import type { Review } from './codes.ts';
import { currentPlan, measuresOf } from './current.ts';
import { done, isOngoing } from './measures.ts';
import { isCovered, isDueTooEarly } from './plan.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Measure } from './rows/plan.ts';

/** Those that were carried over and are not done; of the others only what the consent no longer covers. */
export const measuresToReview = (file: CaseFile): Measure[] =>
  measuresOf(file, currentPlan(file)).filter(
    (measure) => isOngoing(measure) && (measure.previousId !== null || !isCovered(file, measure.unitId)),
  );

const isDatePassed = (file: CaseFile, { dueOn }: Measure): boolean => dueOn !== null && isDueTooEarly(file, dueOn);

/** What stands filled in: a measure goes on as it is, unless its day has been or its unit may not. */
export const reviewOf = (file: CaseFile, measure: Measure): Review | '' =>
  isDatePassed(file, measure) || !isCovered(file, measure.unitId) ? '' : 'SAME';

/**
 * A measure whose day has been needs an answer, one that may not go on ends, and a new day is ahead. Keys of sentences,
 * by input.
 */
export function reviewFaults(
  file: CaseFile,
  reviews: Record<string, Review | null>,
  newDay: Temporal.PlainDate | null,
) {
  const faults: Record<string, `error.${'review' | 'reviewUnit' | 'dueOn' | 'dueTooEarly'}`> = {};
  measuresToReview(file).forEach((measure, n) => {
    const review = reviews[measure.id] ?? null;
    if (isDatePassed(file, measure) && (review === null || review === 'SAME')) faults[`m_${n}`] = 'error.review';
    if (!isCovered(file, measure.unitId) && review !== 'DONE' && review !== 'DROPPED')
      faults[`m_${n}`] = 'error.reviewUnit';
    if (review === 'NEW_DAY' && !newDay) faults.newDay = 'error.dueOn';
    if (review === 'NEW_DAY' && newDay && isDueTooEarly(file, newDay)) faults.newDay = 'error.dueTooEarly';
  });
  return faults;
}

type Reviewing = { newDay: Temporal.PlainDate | null; now: Temporal.Instant; personId: string | null };

/** The rows of the version that is being written; those of the version before stand as they were. */
export function reviewChanges(
  file: CaseFile,
  reviews: Record<string, Review | null>,
  { newDay, now, personId }: Reviewing,
): Change[] {
  return measuresToReview(file).flatMap(({ id }): Change[] => {
    switch (reviews[id]) {
      case 'NEW_DAY':
        return [{ in: 'measure', id, set: { dueOn: newDay } }];
      case 'CONTINUOUS':
        return [{ in: 'measure', id, set: { dueOn: null } }];
      case 'DONE':
        return [{ in: 'measure', id, set: done(now, personId) }];
      case 'DROPPED':
        return [{ in: 'measure', id, remove: true }];
      default:
        return [];
    }
  });
}
