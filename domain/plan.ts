/**
 * What a plan needs before it is locked: the law's four (which measures; which of them each principal answers for; what others do; which
 * principal has the overall responsibility — SoL and HSL on the individual plan), who and when for each measure, a follow-up day, the
 * child's voice or why not, and one goal. The rest warns.
 */
import { Temporal } from 'temporal-polyfill';
import { currentMeeting, currentPlan, goalsOf, measuresOf, participantsOf } from './current.ts';
import { dayOf } from './deadlines.ts';
import type { CaseFile } from './rows.ts';

export type PlanGap = { gap: string; at: string };

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
  { gap: 'goal', at: 'goals', isMet: (file) => goalsOf(file, currentPlan(file)).length > 0 },
  { gap: 'measure', at: 'measures', isMet: (file) => measuresOf(file, currentPlan(file)).length > 0 },
  { gap: 'principal', at: 'closing', isMet: (file) => currentPlan(file)?.principal != null },
  { gap: 'owner', at: 'closing', isMet: (file) => currentPlan(file)?.ownerPersonId != null },
  { gap: 'followUp', at: 'closing', isMet: (file) => currentPlan(file)?.followUpOn != null },
];

/** Empty when the plan may be locked. */
export const gapsInPlan = (file: CaseFile): PlanGap[] =>
  REQUIREMENTS.filter((requirement) => !requirement.isMet(file)).map(({ gap, at }) => ({ gap, at }));

/** A measure is done on the meeting day at the earliest. */
export const isDueTooEarly = (file: CaseFile, dueOn: Temporal.PlainDate): boolean => {
  const startAt = currentMeeting(file)?.startAt;
  return startAt != null && Temporal.PlainDate.compare(dueOn, dayOf(startAt)) < 0;
};
