/**
 * How the promises of a plan have gone, for the meeting that follows it up and for whoever comes in late. Units only:
 * what the child and the family do is never counted, and what a unit was only asked for is no promise.
 */
import type { Temporal } from 'temporal-polyfill';
import { measuresOf } from './current.ts';
import { isCarried } from './follow-up.ts';
import { isPromised, type ShownState, stateOf } from './measures.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';

export type Promises = { all: number; kept: number; underWay: number; not: number };

/** A promise whose day has gone is not kept, until it is done. */
const COUNTS_AS: Record<ShownState, keyof Promises | null> = {
  ASKED: null,
  DONE: 'kept',
  NOT_STARTED: 'underWay',
  ONGOING: 'underWay',
  LATE: 'not',
};

/** Null where the plan has none. What was done before it was locked was followed up then. */
export function promisesOf(file: CaseFile, plan: Plan | undefined, today: Temporal.PlainDate): Promises | null {
  if (!plan) return null;
  const counted = measuresOf(file, plan)
    .filter((measure) => isPromised(measure) && isCarried(measure, plan))
    .flatMap((measure) => COUNTS_AS[stateOf(file, measure, today)] ?? []);
  const count = (what: keyof Promises) => counted.filter((one) => one === what).length;
  if (counted.length === 0) return null;
  return { all: counted.length, kept: count('kept'), underWay: count('underWay'), not: count('not') };
}
