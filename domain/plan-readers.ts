/**
 * Every field of a plan × everybody who reads it. A new field does not compile until it is placed here, and what a
 * reader is told from has nothing else in it: a party is handed a copy, and no talk, wish, form or other delivery is in
 * what that copy is made of (patient data act 5:4, HFD 2017:67: a delivered copy, no live view into the case).
 */
import { isPromised } from './measures.ts';
import { wordsInPlan } from './own-words.ts';
import type { Goal, Measure, Need, OpenPoint, Plan } from './rows/plan.ts';
import type { PlanFile } from './rows/plan-file.ts';

/**
 * TEAM: who works in the case. UNIT_WHOLE: a unit with a copy of the whole; UNIT_OWN: one without. HOME: the guardians'
 * paper. CHILD: the child's own page. CHANNEL: everybody in the channel.
 */
export const PLAN_READERS = ['TEAM', 'UNIT_WHOLE', 'UNIT_OWN', 'HOME', 'CHILD', 'CHANNEL'] as const;
export type PlanReader = (typeof PLAN_READERS)[number];

const EVERYBODY = PLAN_READERS;
const TEAM: readonly PlanReader[] = ['TEAM'];
/** The plan as it stands on paper. */
const WHOLE: readonly PlanReader[] = ['TEAM', 'UNIT_WHOLE', 'HOME'];
/** What a unit must know of its own promise. */
const PROMISE: readonly PlanReader[] = [...WHOLE, 'UNIT_OWN'];
/** With who is told it in words of their own. */
const TOLD: readonly PlanReader[] = [...WHOLE, 'CHILD'];
const PROMISE_TOLD: readonly PlanReader[] = [...PROMISE, 'CHILD'];
/** The family's answers, and what became of telling the child: no unit's. */
const HOME: readonly PlanReader[] = ['TEAM', 'HOME'];
const CHILD: readonly PlanReader[] = ['TEAM', 'CHILD'];
/** Codes and days: everybody but the child, who is told nothing of how it is kept. */
const NEUTRAL: readonly PlanReader[] = [...PROMISE, 'CHANNEL'];

type Fields<R> = Record<keyof R, readonly PlanReader[]>;

const OF_ROW = { id: EVERYBODY, planId: EVERYBODY, rootId: EVERYBODY, ordinal: EVERYBODY, revision: EVERYBODY };

const PLAN: Fields<Plan> = {
  id: EVERYBODY,
  caseId: EVERYBODY,
  meetingId: EVERYBODY,
  version: EVERYBODY,
  lockedAt: EVERYBODY,
  revision: EVERYBODY,
  question: WHOLE,
  childGoal: TOLD,
  // That the child's words are not there is said; why not is nobody else's to know.
  ownWordsInPlan: WHOLE,
  childGoalMissing: TEAM,
  works: WHOLE,
  worksNot: WHOLE,
  principal: WHOLE,
  ownerUnitId: WHOLE,
  ownerPersonId: WHOLE,
  responsibilityByOn: WHOLE,
  crisisWhere: WHOLE,
  childTellerRole: TOLD,
  childTellByOn: WHOLE,
  childToldOn: TEAM,
  childToldRole: TEAM,
  childUnderstood: TEAM,
  consentAnswer: TEAM,
  consentAnsweredAt: TEAM,
  childPage: CHILD,
  followUpOn: EVERYBODY,
  followUpAt: PROMISE_TOLD,
  followUpEndAt: PROMISE_TOLD,
  followUpPlaceId: PROMISE_TOLD,
  followUpFamilyYes: HOME,
  remindedOn: TEAM,
};

const NEED: Fields<Need> = { ...OF_ROW, text: WHOLE };

const GOAL: Fields<Goal> = { ...OF_ROW, text: WHOLE, needId: WHOLE, term: WHOLE, own: WHOLE };

const MEASURE: Fields<Measure> = {
  ...OF_ROW,
  goalId: WHOLE,
  what: PROMISE_TOLD,
  unitId: EVERYBODY,
  personId: PROMISE_TOLD,
  appointByOn: PROMISE,
  startOn: PROMISE_TOLD,
  dueOn: EVERYBODY,
  actor: EVERYBODY,
  // It points at what may be somebody else's.
  afterRootId: WHOLE,
  often: PROMISE,
  sign: PROMISE,
  acceptedOn: NEUTRAL,
  previousId: EVERYBODY,
  state: NEUTRAL,
  doneAt: NEUTRAL,
  doneById: TEAM,
};

const OPEN_POINT: Fields<OpenPoint> = { ...OF_ROW, unitId: WHOLE, text: WHOLE, decideByOn: WHOLE };

export const READ_BY = {
  plan: PLAN,
  need: NEED,
  goal: GOAL,
  measure: MEASURE,
  openPoint: OPEN_POINT,
} as const;

/** In the place of what is not theirs, where a row cannot be without it. */
const BLANK: Readonly<Record<string, unknown>> = { text: '', what: '', own: false, state: 'ONGOING' };

const asReadBy = <R extends object>(reader: PlanReader, fields: Fields<R>, row: R): R =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      fields[field as keyof R].includes(reader) ? value : (BLANK[field] ?? null),
    ]),
  ) as R;

/** A row without its words is no row; a unit without a copy has the rows of what it has itself promised. */
const hasMeasure = (reader: PlanReader, unitId: string | null, measure: Measure): boolean =>
  (reader !== 'UNIT_OWN' && reader !== 'CHANNEL') ||
  (isPromised(measure) && (reader === 'CHANNEL' || measure.unitId === unitId));

/** The plans of a case as this reader may read them, in every version. `unitId`: whose, of a unit. */
export function planFor(reader: PlanReader, unitId: string | null, file: PlanFile): PlanFile {
  const rows = <R extends { text: string }>(fields: Fields<R>, all: readonly R[]): R[] =>
    fields.text.includes(reader) ? all.map((row) => asReadBy(reader, fields, row)) : [];
  return {
    case: { code: file.case.code, unitId: file.case.unitId, safety: file.case.safety },
    plans: file.plans.map((plan) => asReadBy(reader, PLAN, { ...plan, childGoal: wordsInPlan(plan) })),
    needs: rows(NEED, file.needs),
    goals: rows(GOAL, file.goals),
    measures: file.measures
      .filter((measure) => hasMeasure(reader, unitId, measure))
      .map((measure) => asReadBy(reader, MEASURE, measure)),
    openPoints: rows(OPEN_POINT, file.openPoints),
    participants: file.participants.map(({ meetingId, unitId: of, personId, attendance }) => ({
      meetingId,
      unitId: of,
      personId,
      attendance,
    })),
  };
}
