/** What a follow-up decides about the measures that the version before left ongoing. */
import type { Temporal } from 'temporal-polyfill';
import { REVIEWS, type Review } from './codes.ts';
import { currentPlan, measuresOf } from './current.ts';
import { dayOf } from './days.ts';
import { done, isOngoing, isPromised, stateOf } from './measures.ts';
import { isCovered, isDueTooEarly } from './plan.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Measure } from './rows/plan.ts';

/** Those that were carried over and are not done; of the others only what the consent no longer covers. */
export function measuresToReview(file: CaseFile): Measure[] {
  const measures = measuresOf(file, currentPlan(file)).filter(
    (measure) => isOngoing(measure) && (measure.previousId !== null || !isCovered(file, measure.unitId)),
  );
  if (measures.length <= MANY) return measures;
  // More than a card may hold: those that must be answered come first, and the rest go on as they are.
  const needsAnswer = (measure: Measure) => reviewOf(file, measure) === '';
  return [...measures.filter(needsAnswer), ...measures.filter((measure) => !needsAnswer(measure))];
}
const MANY = 15;

const isDatePassed = (file: CaseFile, measure: Measure): boolean =>
  isPromised(measure) && measure.dueOn !== null && isDueTooEarly(file, measure.dueOn);

const isAsked = (file: CaseFile, measure: Measure, today: Temporal.PlainDate): boolean =>
  stateOf(file, measure, today) === 'ASKED';

/** A unit that was only asked may have said yes. What others do has no day. */
export const reviewsFor = (file: CaseFile, measure: Measure, today: Temporal.PlainDate): Review[] =>
  REVIEWS.filter((review) => {
    if (review === 'ACCEPTED') return isAsked(file, measure, today);
    return isPromised(measure) || (review !== 'NEW_DAY' && review !== 'CONTINUOUS');
  });

/** What stands filled in: a measure goes on as it is, unless its day has been or its unit may not. */
export const reviewOf = (file: CaseFile, measure: Measure): Review | '' =>
  isDatePassed(file, measure) || !isCovered(file, measure.unitId) ? '' : 'SAME';

/** `DAY` and `TOO_EARLY` are about the new day, the others about a measure. */
export type ReviewFault = 'UNANSWERED' | 'NOT_COVERED' | 'DAY' | 'TOO_EARLY';

/**
 * A measure whose day has been needs an answer, one that may not go on ends, and a new day is ahead. `n`: the number of
 * the measure; null for the new day.
 */
export function reviewFaults(
  file: CaseFile,
  reviews: Record<string, Review | null>,
  newDay: Temporal.PlainDate | null,
): { n: number | null; fault: ReviewFault }[] {
  const measures = measuresToReview(file);
  const wantsNewDay = measures.some(({ id }) => reviews[id] === 'NEW_DAY');
  return [
    ...measures.flatMap((measure) => {
      const fault = faultOf(file, measure, reviews[measure.id] ?? null);
      return fault ? [{ n: measure.ordinal, fault }] : [];
    }),
    ...(wantsNewDay && !newDay ? [{ n: null, fault: 'DAY' as const }] : []),
    ...(wantsNewDay && newDay && isDueTooEarly(file, newDay) ? [{ n: null, fault: 'TOO_EARLY' as const }] : []),
  ];
}

function faultOf(file: CaseFile, measure: Measure, review: Review | null): ReviewFault | null {
  if (!isCovered(file, measure.unitId) && review !== 'DONE' && review !== 'DROPPED') return 'NOT_COVERED';
  return isDatePassed(file, measure) && (review === null || review === 'SAME' || review === 'ACCEPTED')
    ? 'UNANSWERED'
    : null;
}

type Reviewing = { newDay: Temporal.PlainDate | null; now: Temporal.Instant; personId: string | null };

/** The rows of the version that is being written; those of the version before stand as they were. */
export function reviewChanges(
  file: CaseFile,
  reviews: Record<string, Review | null>,
  { newDay, now, personId }: Reviewing,
): Change[] {
  return measuresToReview(file).flatMap((measure): Change[] => {
    const { id } = measure;
    switch (reviews[id]) {
      case 'ACCEPTED':
        return isAsked(file, measure, dayOf(now)) ? [{ in: 'measure', id, set: { acceptedOn: dayOf(now) } }] : [];
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
