/** What is new in a version of the plan since the one before: codes and the measure, said on the family's paper. */
import { measuresOf } from './current.ts';
import { isOngoing } from './measures.ts';
import { type Measure, type Plan, rootOf } from './rows/plan.ts';
import type { PlanFile } from './rows/plan-file.ts';

export type News = { is: 'NEW' | 'NEW_DAY' | 'DONE' | 'DROPPED'; measure: Measure };

const isSameDay = (a: Measure, b: Measure): boolean => a.dueOn?.toString() === b.dueOn?.toString();

/** The locked version that a plan followed up. */
const before = (file: Pick<PlanFile, 'plans'>, { version }: Pick<Plan, 'version'>): Plan | undefined =>
  file.plans.filter((one) => one.lockedAt !== null && one.version < version).sort((a, b) => b.version - a.version)[0];

function since(measure: Measure, old: Measure | undefined): News['is'] | null {
  if (!old) return isOngoing(measure) ? 'NEW' : null;
  if (!isOngoing(measure)) return 'DONE';
  return isSameDay(measure, old) ? null : 'NEW_DAY';
}

/** In the order of the plan, and last what it has no longer. Empty in the first version. */
export function newsOf(file: Pick<PlanFile, 'plans' | 'measures'>, plan: Pick<Plan, 'id' | 'version'>): News[] {
  const previous = before(file, plan);
  if (!previous) return [];
  const [now, then] = [measuresOf(file, plan), measuresOf(file, previous)];
  const oldOf = (measure: Measure) => then.find((one) => rootOf(one) === rootOf(measure));
  const isGone = (old: Measure) => isOngoing(old) && !now.some((one) => rootOf(one) === rootOf(old));
  return [
    ...now.flatMap((measure) => {
      const is = since(measure, oldOf(measure));
      return is ? [{ is, measure }] : [];
    }),
    ...then.filter(isGone).map((measure): News => ({ is: 'DROPPED', measure })),
  ];
}
