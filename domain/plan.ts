/**
 * What a plan needs before it is locked: the law's four (which measures; which of them each principal answers for; what
 * others do; which principal has the overall responsibility — SoL and HSL on the individual plan), who and when for
 * each measure, a follow-up day, the child's voice or why not, and one goal. The rest warns. A measure that goes on has
 * no last day: it is looked at when the plan is followed up.
 */
import type { Temporal } from 'temporal-polyfill';
import { consentEndsOn, consentedUnits } from './consent.ts';
import { currentMeeting, currentPlan, goalsOf, measuresOf, needsOf, participantsOf } from './current.ts';
import { dayOf, isAfter, isBefore } from './days.ts';
import { isOngoing } from './measures.ts';
import type { OpenPage } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';

type GapName =
  | ('attendance' | 'childVoice' | 'need' | 'goal')
  | ('measure' | 'measureWhen' | 'measureWho')
  | ('principal' | 'followUp');

export type PlanGap = { gap: GapName; at: OpenPage };

type Requirement = PlanGap & { isMet: (file: CaseFile) => boolean };

const REQUIREMENTS: Requirement[] = [
  {
    gap: 'attendance',
    at: 'attendance',
    isMet: (file) => participantsOf(file, currentMeeting(file)).every((row) => row.attendance !== null),
  },
  {
    gap: 'childVoice',
    at: 'childGoal',
    isMet: (file) => {
      const plan = currentPlan(file);
      return Boolean(plan?.childGoal) || plan?.childGoalMissing != null;
    },
  },
  { gap: 'need', at: 'needs', isMet: (file) => needsOf(file, currentPlan(file)).length > 0 },
  { gap: 'goal', at: 'goals', isMet: (file) => goalsOf(file, currentPlan(file)).length > 0 },
  { gap: 'measure', at: 'measures', isMet: (file) => measuresOf(file, currentPlan(file)).length > 0 },
  // A measure that was carried over may have a day that has been, or a unit that the consent covers no longer.
  {
    gap: 'measureWhen',
    at: 'review',
    isMet: (file) => ongoing(file).every(({ dueOn }) => dueOn === null || !isDueTooEarly(file, dueOn)),
  },
  { gap: 'measureWho', at: 'review', isMet: (file) => ongoing(file).every(({ unitId }) => isCovered(file, unitId)) },
  { gap: 'principal', at: 'closing', isMet: (file) => currentPlan(file)?.principal != null },
  { gap: 'followUp', at: 'closing', isMet: (file) => currentPlan(file)?.followUpOn != null },
];

/** One to three: what a meeting can help with. */
export const NEEDS_AT_MOST = 3;

/** Empty when the plan may be locked. */
export const gapsInPlan = (file: CaseFile): PlanGap[] =>
  REQUIREMENTS.filter((requirement) => !requirement.isMet(file)).map(({ gap, at }) => ({ gap, at }));

const ongoing = (file: CaseFile) => measuresOf(file, currentPlan(file)).filter(isOngoing);

const meetingDay = (file: CaseFile): Temporal.PlainDate | null => {
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
};

/** Exactly one responsible unit, and one that the consent names on the day of the meeting. */
export function isCovered(file: CaseFile, unitId: string): boolean {
  const day = meetingDay(file);
  return day === null || consentedUnits(file, day).has(unitId);
}

/** Half a year is the longest that a plan should stand without being looked at. */
const FOLLOW_UP_MONTHS = 6;

type Warning = { key: string; source: string; applies: (file: CaseFile) => boolean };

const WARNINGS = [
  {
    key: 'warn.noOwner',
    source: 'agreement in Västra Götaland: one main responsible',
    applies: (file) => !currentPlan(file)?.ownerPersonId,
  },
  {
    key: 'warn.oneUnit',
    source: 'a joint plan: the work is shared',
    applies: (file) => {
      const measures = ongoing(file).filter(({ actor }) => actor === null);
      return measures.length > 1 && new Set(measures.map(({ unitId }) => unitId)).size === 1;
    },
  },
  {
    key: 'warn.followUpFar',
    source: 'practice: followed up within half a year',
    applies: (file) => {
      const [day, followUpOn] = [meetingDay(file), currentPlan(file)?.followUpOn];
      return day !== null && followUpOn != null && isAfter(followUpOn, day.add({ months: FOLLOW_UP_MONTHS }));
    },
  },
  {
    key: 'warn.consentEnds',
    source: 'Vänersborg: a consent is limited in time',
    applies: (file) => {
      const followUpOn = currentPlan(file)?.followUpOn;
      const ends = followUpOn ? consentEndsOn(file, followUpOn) : null;
      return followUpOn != null && ends !== null && isBefore(ends, followUpOn);
    },
  },
] as const satisfies readonly Warning[];

/** What is worth a thought before the plan is locked; none of it stops it. Text keys. */
export const warningsOnPlan = (file: CaseFile) => WARNINGS.filter(({ applies }) => applies(file)).map(({ key }) => key);

type NewMeasure = { what: string | null; who: string | null; dueOn: Temporal.PlainDate | null; continuous: boolean };
export type MeasureGap = 'WHAT' | 'WHO' | 'DAY' | 'TOO_EARLY';

/** What a measure that is written lacks: what, who and when — the law's who, practice's when. */
export function gapsInMeasure({ what, who, dueOn, continuous }: NewMeasure, file: CaseFile): MeasureGap[] {
  const isTooEarly = !continuous && dueOn !== null && isDueTooEarly(file, dueOn);
  return [
    ...(what ? [] : (['WHAT'] as const)),
    ...(who ? [] : (['WHO'] as const)),
    ...(continuous || dueOn ? [] : (['DAY'] as const)),
    ...(isTooEarly ? (['TOO_EARLY'] as const) : []),
  ];
}

/** A measure is done on the meeting day at the earliest. */
export const isDueTooEarly = (file: CaseFile, dueOn: Temporal.PlainDate): boolean => {
  const day = meetingDay(file);
  return day !== null && isBefore(dueOn, day);
};
