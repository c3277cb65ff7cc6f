/**
 * What a plan needs before it is locked, and what is worth a thought. The law's four (which measures; who answers for
 * which; what others do; which principal has the overall responsibility), what the agreement asks for (needs, one that
 * holds it together, a follow-up), and what the child is owed: a voice in it, and to be told of it. A measure that goes
 * on has no last day: it is looked at when the plan is followed up.
 */
import type { Temporal } from 'temporal-polyfill';
import { consentedUnits } from './consent.ts';
import { currentMeeting, currentPlan, goalsOf, measuresOf, meetingDay, needsOf, participantsOf } from './current.ts';
import { isAfter, isBefore } from './days.ts';
import { isOngoing, isPromised } from './measures.ts';
import type { OpenPage } from './names.ts';
import { consentEndsBefore } from './next-meeting.ts';
import { isVoiceSettled } from './own-words.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Measure, Plan } from './rows/plan.ts';
import type { SourceTag } from './sources.ts';
import { isInTime, tellsChild } from './tell-child.ts';

export type GapName =
  | ('attendance' | 'childVoice' | 'need' | 'goal')
  | ('measure' | 'measureWhen' | 'measureWho')
  | ('principal' | 'owner' | 'followUp' | 'childTeller' | 'childTellBy');

/** `at`: the page where it is filled in. */
export type PlanGap = { gap: GapName; at: OpenPage };

type Requirement = PlanGap & { source: SourceTag; isMet: (file: CaseFile) => boolean };

const has = (file: CaseFile, field: keyof Plan): boolean => currentPlan(file)?.[field] != null;

/** They did not agree, and it says so: the managers decide by a day. Nobody writes a unit to get through. */
const isLeftToManagers = (file: CaseFile): boolean => has(file, 'responsibilityByOn');

export const REQUIREMENTS: readonly Requirement[] = [
  {
    gap: 'attendance',
    at: 'attendance',
    source: 'PRACTICE',
    isMet: (file) => participantsOf(file, currentMeeting(file)).every((row) => row.attendance !== null),
  },
  {
    gap: 'childVoice',
    at: 'childGoal',
    source: 'CHILD',
    isMet: (file) => isVoiceSettled(currentPlan(file)),
  },
  { gap: 'need', at: 'needs', source: 'AGREEMENT', isMet: (file) => needsOf(file, currentPlan(file)).length > 0 },
  { gap: 'goal', at: 'goals', source: 'PRACTICE', isMet: (file) => goalsOf(file, currentPlan(file)).length > 0 },
  // What the family or somebody outside does stands beside what municipality and region do, never instead of it.
  {
    gap: 'measure',
    at: 'measures',
    source: 'SOCIAL_SERVICES',
    isMet: (file) => measuresOf(file, currentPlan(file)).some(isPromised),
  },
  // A measure that was carried over may have a day that has been, or a unit that the consent covers no longer.
  {
    gap: 'measureWhen',
    at: 'measures',
    source: 'PRACTICE',
    isMet: (file) => promised(file).every(({ dueOn }) => dueOn === null || !isDueTooEarly(file, dueOn)),
  },
  {
    gap: 'measureWho',
    at: 'measures',
    source: 'SECRECY',
    isMet: (file) => promised(file).every(({ unitId }) => isCovered(file, unitId)),
  },
  {
    gap: 'principal',
    at: 'responsibility',
    source: 'SOCIAL_SERVICES',
    isMet: (file) => isLeftToManagers(file) || has(file, 'principal'),
  },
  {
    gap: 'owner',
    at: 'responsibility',
    source: 'AGREEMENT',
    isMet: (file) => isLeftToManagers(file) || has(file, 'ownerUnitId'),
  },
  {
    gap: 'followUp',
    at: 'closing',
    source: 'AGREEMENT',
    isMet: (file) => {
      const [day, followUpOn] = [meetingDay(file), currentPlan(file)?.followUpOn];
      return followUpOn != null && (day === null || isAfter(followUpOn, day));
    },
  },
  {
    gap: 'childTeller',
    at: 'closing',
    source: 'SOCIAL_SERVICES',
    isMet: (file) => !tellsChild(file) || has(file, 'childTellerRole'),
  },
  {
    gap: 'childTellBy',
    at: 'closing',
    source: 'PRACTICE',
    isMet: (file) => {
      const by = currentPlan(file)?.childTellByOn;
      return !tellsChild(file) || (by != null && isInTime(file, by));
    },
  },
];

/** One to three: what a meeting can help with. */
export const NEEDS_AT_MOST = 3;

/** Empty when the plan may be locked. */
export const gapsInPlan = (file: CaseFile): PlanGap[] =>
  REQUIREMENTS.filter((requirement) => !requirement.isMet(file)).map(({ gap, at }) => ({ gap, at }));

const ongoing = (file: CaseFile): Measure[] => measuresOf(file, currentPlan(file)).filter(isOngoing);

/** What the child, the family or somebody outside does has no day and is nobody's promise. */
const promised = (file: CaseFile): Measure[] => ongoing(file).filter(isPromised);

/** Exactly one responsible unit, and one that the consent names on the day of the meeting. */
export function isCovered(file: CaseFile, unitId: string): boolean {
  const day = meetingDay(file);
  return day === null || consentedUnits(file, day).has(unitId);
}

/** What a measure that is there stops the plan for. */
export function gapsOfMeasure(file: CaseFile, measure: Measure): GapName[] {
  if (!isOngoing(measure) || !isPromised(measure)) return [];
  const { dueOn, unitId } = measure;
  return [
    ...(dueOn !== null && isDueTooEarly(file, dueOn) ? (['measureWhen'] as const) : []),
    ...(isCovered(file, unitId) ? [] : (['measureWho'] as const)),
  ];
}

/** Half a year is the longest that a plan should stand without being looked at. */
const FOLLOW_UP_MONTHS = 6;

type Warning = { key: string; at: OpenPage; source: SourceTag; applies: (file: CaseFile) => boolean };

export const WARNINGS = [
  {
    key: 'warn.needWithoutGoal',
    at: 'goals',
    source: 'AGREEMENT',
    applies: (file) => {
      const goals = goalsOf(file, currentPlan(file));
      return goals.length > 0 && needsOf(file, currentPlan(file)).some((need) => !goals.some(servesNeed(need)));
    },
  },
  {
    key: 'warn.goalWithoutMeasure',
    at: 'measures',
    source: 'PRACTICE',
    applies: (file) => {
      const measures = measuresOf(file, currentPlan(file));
      const goals = goalsOf(file, currentPlan(file));
      return measures.length > 0 && goals.some(({ id }) => !measures.some(({ goalId }) => goalId === id));
    },
  },
  {
    key: 'warn.oneUnit',
    at: 'measures',
    source: 'SOCIAL_SERVICES',
    applies: (file) => promised(file).length > 1 && new Set(promised(file).map(({ unitId }) => unitId)).size === 1,
  },
  {
    key: 'warn.followUpFar',
    at: 'closing',
    source: 'PRACTICE',
    applies: (file) => {
      const [day, followUpOn] = [meetingDay(file), currentPlan(file)?.followUpOn];
      return day !== null && followUpOn != null && isAfter(followUpOn, day.add({ months: FOLLOW_UP_MONTHS }));
    },
  },
  {
    key: 'warn.consentEnds',
    at: 'closing',
    source: 'ROUTINE',
    applies: (file) => {
      const followUpOn = currentPlan(file)?.followUpOn;
      return followUpOn != null && consentEndsBefore(file, followUpOn) !== null;
    },
  },
] as const satisfies readonly Warning[];

const servesNeed =
  ({ id }: { id: string }) =>
  ({ needId }: { needId: string | null }): boolean =>
    needId === id;

export type PlanWarning = (typeof WARNINGS)[number]['key'];

/** What is worth a thought before the plan is locked; none of it stops it. Text keys, and where each leads. */
export const warningsOnPlan = (file: CaseFile): { key: PlanWarning; at: OpenPage }[] =>
  WARNINGS.filter(({ applies }) => applies(file)).map(({ key, at }) => ({ key, at }));

/** A measure is done on the meeting day at the earliest. */
export const isDueTooEarly = (file: CaseFile, dueOn: Temporal.PlainDate): boolean => {
  const day = meetingDay(file);
  return day !== null && isBefore(dueOn, day);
};
