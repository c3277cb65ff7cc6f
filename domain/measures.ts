/** What the states of a measure mean: each stands here, and everybody else asks. */
import type { Temporal } from 'temporal-polyfill';
import type { MeasureState } from './codes.ts';
import type { Measure } from './rows/plan.ts';

/** It is still to be done: it stands in the channel, is carried over and can be marked as done. */
const IS_ONGOING = { ONGOING: true, DONE: false } as const satisfies Record<MeasureState, boolean>;

export const isOngoing = ({ state }: Pick<Measure, 'state'>): boolean => IS_ONGOING[state];

/** Marked as done by somebody, at a time. */
export const done = (at: Temporal.Instant, by: string | null) =>
  ({ state: 'DONE', doneAt: at, doneById: by }) as const satisfies Partial<Measure>;
