import type { Temporal } from 'temporal-polyfill';
import type { GoalMissing, MeasureActor, MeasureState, Principal } from '../codes.ts';
import type { With } from './with.ts';

export type Plan = {
  id: string;
  caseId: string;
  meetingId: string;
  version: number;
  childGoal: string | null;
  childGoalMissing: GoalMissing | null;
  principal: Principal | null;
  ownerPersonId: string | null;
  followUpOn: Temporal.PlainDate | null;
  lockedAt: Temporal.Instant | null;
  /** The day on which somebody was last reminded of the follow-up. */
  remindedOn: Temporal.PlainDate | null;
  revision: number;
};

export const newPlan = (row: With<Plan, 'id' | 'caseId' | 'meetingId' | 'version'>): Plan => ({
  childGoal: null,
  childGoalMissing: null,
  principal: null,
  ownerPersonId: null,
  followUpOn: null,
  lockedAt: null,
  remindedOn: null,
  revision: 0,
  ...row,
});

export type Goal = { id: string; planId: string; ordinal: number; text: string; revision: number };

export type Measure = {
  id: string;
  planId: string;
  goalId: string | null;
  ordinal: number;
  what: string;
  unitId: string;
  personId: string;
  /** Null: it goes on, and is looked at when the plan is followed up. */
  dueOn: Temporal.PlainDate | null;
  /** Somebody outside municipality and region does it; unit and person are then those who see to it. */
  actor: MeasureActor | null;
  /** The same measure in the version before. */
  previousId: string | null;
  state: MeasureState;
  doneAt: Temporal.Instant | null;
  doneById: string | null;
  revision: number;
};

export const newMeasure = (
  row: With<Measure, 'id' | 'planId' | 'ordinal' | 'what' | 'unitId' | 'personId'>,
): Measure => ({
  goalId: null,
  dueOn: null,
  actor: null,
  previousId: null,
  state: 'ONGOING',
  doneAt: null,
  doneById: null,
  revision: 0,
  ...row,
});
