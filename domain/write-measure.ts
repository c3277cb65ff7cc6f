/** A measure that is being written: what stands filled in, and what it lacks. */
import type { Temporal } from 'temporal-polyfill';
import type { MeasureActor } from './codes.ts';
import { currentMeeting, currentPlan, goalsOf, measuresOf } from './current.ts';
import { dayOf, isBefore } from './days.ts';
import { isPromised, mayComeAfter } from './measures.ts';
import type { Moment } from './moment.ts';
import { isDueTooEarly } from './plan.ts';
import { mayAnswer, peopleOf } from './responsible.ts';
import type { CaseFile } from './rows/case-file.ts';
import { type Measure, type Plan, rootOf } from './rows/plan.ts';

type Day = Temporal.PlainDate | null;

/** One goal at a time, as they are spoken of; those of no goal last. */
export function measuresByGoal(file: CaseFile, plan: Plan | undefined): Measure[] {
  const goals = goalsOf(file, plan).map(({ id }) => id);
  const place = ({ goalId }: Measure) => {
    const at = goalId === null ? -1 : goals.indexOf(goalId);
    return at < 0 ? goals.length : at;
  };
  return measuresOf(file, plan).sort((a, b) => place(a) - place(b) || a.ordinal - b.ordinal);
}

export type Presets = { unitId: string | null; dueOn: Day; continuous: boolean; goalId: string | null };

/** What was said of the last one that was written holds for the next, until somebody says something else. */
export function presetsOf(file: CaseFile, plan: Plan): Presets {
  const goals = goalsOf(file, plan);
  const measures = measuresOf(file, plan);
  const written = measures.filter(({ previousId }) => previousId === null);
  const last = written.filter(isPromised).at(-1);
  const without = goals.find(({ id }) => !measures.some(({ goalId }) => goalId === id));
  return {
    unitId: last?.unitId ?? null,
    dueOn: last?.dueOn ?? null,
    continuous: last !== undefined && last.dueOn === null,
    goalId:
      goals.length > 1 && written.length > 0 ? (written.at(-1)?.goalId ?? null) : ((without ?? goals[0])?.id ?? null),
  };
}

export type Written = {
  what: string | null;
  actor: MeasureActor | null;
  unitId: string | null;
  dueOn: Day;
  continuous: boolean;
  startOn: Day;
  /**
   * Days that stand in the plan. One of them beside "löpande" is left from the measure before and gives way; another
   * was just chosen, and may be what is meant: that is asked.
   */
  known: readonly Temporal.PlainDate[];
};

export type MeasureGap = 'WHAT' | 'WHO' | 'OUTSIDE' | 'DAY' | 'DAY_OR_NOT' | 'TOO_EARLY' | 'BEFORE_START';

/** What is written lacks: what, who and when — the law's who, practice's when. What others do has no day. */
export function gapsInMeasure(
  { what, actor, unitId, ...when }: Written,
  moment: Pick<Moment, 'file' | 'today'>,
): MeasureGap[] {
  return [
    ...(what ? [] : (['WHAT'] as const)),
    ...(unitId === null && actor === null ? (['WHO'] as const) : []),
    ...(unitId !== null && actor === null && !mayAnswer(moment, unitId) ? (['OUTSIDE'] as const) : []),
    ...(actor === null ? gapInDay(when, moment.file) : []),
  ];
}

function gapInDay(
  { dueOn, continuous, startOn, known }: Pick<Written, 'dueOn' | 'continuous' | 'startOn' | 'known'>,
  file: CaseFile,
): MeasureGap[] {
  if (continuous) return dueOn && !known.some((day) => day.equals(dueOn)) ? ['DAY_OR_NOT'] : [];
  if (!dueOn) return ['DAY'];
  if (isDueTooEarly(file, dueOn)) return ['TOO_EARLY'];
  return startOn && isBefore(dueOn, startOn) ? ['BEFORE_START'] : [];
}

/** It begins on the day of the meeting at the earliest, unless it stood so before, and before it is to be done. */
export function whyNotStart(file: CaseFile, row: Measure, startOn: Day): 'TOO_EARLY' | 'AFTER_DUE' | null {
  if (!startOn) return null;
  if (!row.startOn?.equals(startOn) && isDueTooEarly(file, startOn)) return 'TOO_EARLY';
  return row.dueOn && isBefore(row.dueOn, startOn) ? 'AFTER_DUE' : null;
}

/** Within how many days a unit says who it will be. */
const APPOINT_DAYS = [7, 14, 30] as const;

export type DoerChoice = { value: string; personId: string | null; appointByOn: Day };
export type AfterChoice = { id: string; rootId: string; ordinal: number };

/** With whom in the unit it is, or by which day the unit says with whom; and after which measure it may come. */
export function moreOf({ file, register, today }: Pick<Moment, 'file' | 'register' | 'today'>, row: Measure) {
  const people = peopleOf({ register }, row.unitId);
  const startAt = currentMeeting(file)?.startAt;
  const met = startAt ? dayOf(startAt) : today;
  const days = APPOINT_DAYS.map((n) => met.add({ days: n }));
  const own = row.appointByOn;
  if (own && !days.some((day) => day.equals(own))) days.unshift(own);
  const doers: DoerChoice[] = [
    ...people.map(({ id }) => ({ value: id, personId: id, appointByOn: null })),
    ...days.map((day) => ({ value: day.toString(), personId: null, appointByOn: day })),
  ];
  const after = mayComeAfter(measuresOf(file, currentPlan(file)), row);
  return row.actor
    ? { doers: [], after: [] }
    : { doers, after: after.map((one) => ({ id: one.id, rootId: rootOf(one), ordinal: one.ordinal })) };
}
