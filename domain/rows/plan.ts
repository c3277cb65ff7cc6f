import type { Temporal } from 'temporal-polyfill';
import type {
  ChildUnderstood,
  GoalMissing,
  GoalTerm,
  MeasureActor,
  MeasureEventKind,
  MeasureState,
  OwnWordsInPlan,
  Principal,
  VoiceKeeper,
} from '../codes.ts';
import type { With } from './with.ts';

export type Plan = {
  id: string;
  caseId: string;
  meetingId: string;
  version: number;
  /** What they shall help with, in the family's words. */
  question: string | null;
  /** The child's own words, as they stand in the plan; null where they do not. */
  childGoal: string | null;
  childGoalMissing: GoalMissing | null;
  /** A yes of its own: what may be shown at the meeting need not stand in the plan. Null: a version from before. */
  ownWordsInPlan: OwnWordsInPlan | null;
  works: string | null;
  worksNot: string | null;
  principal: Principal | null;
  /** Which unit holds the plan together. */
  ownerUnitId: string | null;
  /** Of versions from before: which person. */
  ownerPersonId: string | null;
  /** They did not agree: the day by which the managers decide, instead of principal and owner. */
  responsibilityByOn: Temporal.PlainDate | null;
  /** With whom there is a crisis plan; never what it says. */
  crisisWhere: string | null;
  /** Who tells the child what was decided, and by when (social services act: adapted information throughout). */
  childTellerRole: VoiceKeeper | null;
  childTellByOn: Temporal.PlainDate | null;
  childToldOn: Temporal.PlainDate | null;
  /** Who told it in the end. */
  childToldRole: VoiceKeeper | null;
  childUnderstood: ChildUnderstood | null;
  /** What is on the child's own page: one short sentence a line. */
  childPage: string | null;
  followUpOn: Temporal.PlainDate | null;
  /** Agreed at the table; null: only the day is. */
  followUpAt: Temporal.Instant | null;
  followUpEndAt: Temporal.Instant | null;
  followUpPlaceId: string | null;
  /** The family's yes to that time. */
  followUpFamilyYes: boolean | null;
  lockedAt: Temporal.Instant | null;
  /** The day on which somebody was last reminded of the follow-up. */
  remindedOn: Temporal.PlainDate | null;
  revision: number;
};

export const newPlan = (row: With<Plan, 'id' | 'caseId' | 'meetingId' | 'version'>): Plan => ({
  question: null,
  childGoal: null,
  childGoalMissing: null,
  ownWordsInPlan: null,
  works: null,
  worksNot: null,
  principal: null,
  ownerUnitId: null,
  ownerPersonId: null,
  responsibilityByOn: null,
  crisisWhere: null,
  childTellerRole: null,
  childTellByOn: null,
  childToldOn: null,
  childToldRole: null,
  childUnderstood: null,
  childPage: null,
  followUpOn: null,
  followUpAt: null,
  followUpEndAt: null,
  followUpPlaceId: null,
  followUpFamilyYes: null,
  lockedAt: null,
  remindedOn: null,
  revision: 0,
  ...row,
});

/** A row of a plan; its ordinal is its number on cards and papers. */
type PlanRow = {
  id: string;
  planId: string;
  /**
   * The same row in the first version that had it; null: it is that one. What is said of it across versions hangs on
   * it.
   */
  rootId: string | null;
  ordinal: number;
  revision: number;
};

export const rootOf = ({ rootId, id }: Pick<PlanRow, 'rootId' | 'id'>): string => rootId ?? id;

export type Need = PlanRow & { text: string };

export const newNeed = (row: With<Need, 'id' | 'planId' | 'ordinal' | 'text'>): Need => ({
  rootId: null,
  revision: 0,
  ...row,
});

export type Goal = PlanRow & {
  text: string;
  needId: string | null;
  term: GoalTerm | null;
  /** The child's own. */
  own: boolean;
};

export const newGoal = (row: With<Goal, 'id' | 'planId' | 'ordinal' | 'text'>): Goal => ({
  rootId: null,
  needId: null,
  term: 'FOLLOW_UP',
  own: false,
  revision: 0,
  ...row,
});

/** What is not agreed on, and who must decide: a unit and one neutral line. */
export type OpenPoint = PlanRow & { unitId: string; text: string; decideByOn: Temporal.PlainDate | null };

export const newOpenPoint = (row: With<OpenPoint, 'id' | 'planId' | 'ordinal' | 'unitId' | 'text'>): OpenPoint => ({
  rootId: null,
  decideByOn: null,
  revision: 0,
  ...row,
});

export type Measure = PlanRow & {
  goalId: string | null;
  what: string;
  unitId: string;
  /** Null: the unit appoints somebody, by `appointByOn` where a day was said. */
  personId: string | null;
  appointByOn: Temporal.PlainDate | null;
  startOn: Temporal.PlainDate | null;
  /** Null: it goes on, and is looked at when the plan is followed up. */
  dueOn: Temporal.PlainDate | null;
  /** Somebody outside municipality and region does it; unit and person are then those who see to it. */
  actor: MeasureActor | null;
  /** It begins after the measure with this root. */
  afterRootId: string | null;
  often: string | null;
  /** How it shows that it has helped. */
  sign: string | null;
  /** Somebody of a unit that was not at the meeting has said yes to it. */
  acceptedOn: Temporal.PlainDate | null;
  /** The same measure in the version before. */
  previousId: string | null;
  state: MeasureState;
  doneAt: Temporal.Instant | null;
  doneById: string | null;
};

export const newMeasure = (row: With<Measure, 'id' | 'planId' | 'ordinal' | 'what' | 'unitId'>): Measure => ({
  rootId: null,
  goalId: null,
  personId: null,
  appointByOn: null,
  startOn: null,
  dueOn: null,
  actor: null,
  afterRootId: null,
  often: null,
  sign: null,
  acceptedOn: null,
  previousId: null,
  state: 'ONGOING',
  doneAt: null,
  doneById: null,
  revision: 0,
  ...row,
});

/** What became of a measure, from version to version: codes and days only. Append-only. */
export type MeasureEvent = {
  id: string;
  caseId: string;
  rootId: string;
  at: Temporal.Instant;
  byPersonId: string | null;
  kind: MeasureEventKind;
  fromOn: Temporal.PlainDate | null;
  toOn: Temporal.PlainDate | null;
};
