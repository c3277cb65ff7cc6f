/** What the states of a measure mean: each stands here, and everybody else asks. */
import type { Temporal } from 'temporal-polyfill';
import { hasCome } from './attendance.ts';
import type { MeasureState } from './codes.ts';
import { dayOf, isAfter, isBefore } from './days.ts';
import { type Measure, type Plan, rootOf } from './rows/plan.ts';
import type { PlanFile } from './rows/plan-file.ts';

/** It is still to be done: it stands in the channel, is carried over and can be marked as done. */
const IS_ONGOING = { ONGOING: true, DONE: false } as const satisfies Record<MeasureState, boolean>;

export const isOngoing = ({ state }: Pick<Measure, 'state'>): boolean => IS_ONGOING[state];

/** Marked as done by somebody, at a time. */
export const done = (at: Temporal.Instant, by: string | null) =>
  ({ state: 'DONE', doneAt: at, doneById: by }) as const satisfies Partial<Measure>;
const NOT_DONE = { state: 'ONGOING', doneAt: null, doneById: null } as const satisfies Partial<Measure>;

/** As they stood at an instant: what was done or said yes to since is not known yet. */
export function asStoodAt<F extends Pick<PlanFile, 'measures'>>(file: F, at: Temporal.Instant): F {
  const measures = file.measures.map((measure) => ({
    ...measure,
    ...(measure.doneAt && isAfter(measure.doneAt, at) ? NOT_DONE : {}),
    ...(measure.acceptedOn && isAfter(measure.acceptedOn, dayOf(at)) ? { acceptedOn: null } : {}),
  }));
  return { ...file, measures };
}

/**
 * A unit has promised it. What the child, the family or somebody outside does is their own: it has no day, is never
 * late, reminded of or counted, and stands in no channel.
 */
export const isPromised = ({ actor }: Pick<Measure, 'actor'>): boolean => actor === null;

/** In the order of what a reader must know first. The first three are derived and never stored. */
export const SHOWN_STATES = ['ASKED', 'NOT_STARTED', 'LATE', 'ONGOING', 'DONE'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

type OfPlan = Pick<PlanFile, 'plans' | 'measures' | 'participants'> & { case: Pick<PlanFile['case'], 'unitId'> };

/** How a measure stands today, to the reader of its plan. */
export function stateOf(file: OfPlan, measure: Measure, today: Temporal.PlainDate): ShownState {
  if (!isOngoing(measure) || !isPromised(measure)) return measure.state;
  if (isAsked(file, measure)) return 'ASKED';
  if (isAhead(file, measure, today)) return 'NOT_STARTED';
  return measure.dueOn !== null && isAfter(today, measure.dueOn) ? 'LATE' : measure.state;
}

/**
 * Its unit was at no meeting that wrote it, and has not said yes since: a question, and not a promise. Who answers for
 * a measure is agreed with them and not without them.
 */
function isAsked(file: OfPlan, measure: Measure): boolean {
  if (measure.acceptedOn !== null) return false;
  const versions = file.measures.filter(
    (one) => rootOf(one) === rootOf(measure) && one.unitId === measure.unitId && isPromised(one),
  );
  return !versions.some(({ planId, unitId }) =>
    file.plans.some((plan) => plan.id === planId && wasThere(file, plan, unitId)),
  );
}

/** The unit that holds the meeting is; of the others somebody, as far as it is known yet. */
const wasThere = (file: OfPlan, { meetingId }: Plan, unitId: string): boolean =>
  unitId === file.case.unitId ||
  file.participants.some(
    (row) =>
      row.meetingId === meetingId && row.unitId === unitId && (row.attendance === null || hasCome(row.attendance)),
  );

/** Its day to begin is ahead, or the measure that it comes after is not done. */
const isAhead = (file: OfPlan, { startOn, afterRootId, planId }: Measure, today: Temporal.PlainDate): boolean =>
  (startOn !== null && isBefore(today, startOn)) ||
  file.measures.some((one) => one.planId === planId && rootOf(one) === afterRootId && isOngoing(one));

/** What it may come after: any other of its plan that does not itself wait for it. */
export function mayComeAfter(measures: readonly Measure[], measure: Measure): Measure[] {
  const waitsForIt = (one: Measure, seen: readonly string[] = []): boolean => {
    const root = rootOf(one);
    if (root === rootOf(measure)) return true;
    const before = measures.find((other) => rootOf(other) === one.afterRootId);
    return before !== undefined && !seen.includes(root) && waitsForIt(before, [...seen, root]);
  };
  return measures.filter((one) => isPromised(one) && !waitsForIt(one));
}

/** Somebody of the responsible unit who was called to the meeting that wrote it. */
export const isCalledFor = (
  file: OfPlan,
  { planId, unitId }: Measure,
  person: { id: string; unitId: string },
): boolean => {
  const plan = file.plans.find(({ id }) => id === planId);
  return (
    person.unitId === unitId &&
    file.participants.some((row) => row.meetingId === plan?.meetingId && row.personId === person.id)
  );
};
