/**
 * What is new in a version of the plan since the one before: codes and the measure, said on the family's paper. Of what
 * units promise: what the child and the family do themselves is no duty, and no paper says that they do it no longer.
 */
import { measuresOf } from './current.ts';
import { isOngoing, isPromised } from './measures.ts';
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

/**
 * What has changed in the order of the plan, then what it has no longer, which stands nowhere else, and last what is new,
 * which does. Empty in the first version.
 */
export function newsOf(file: Pick<PlanFile, 'plans' | 'measures'>, plan: Pick<Plan, 'id' | 'version'>): News[] {
  const previous = before(file, plan);
  if (!previous) return [];
  const promisedIn = (one: Pick<Plan, 'id'>) => measuresOf(file, one).filter(isPromised);
  const [now, then] = [promisedIn(plan), promisedIn(previous)];
  const oldOf = (measure: Measure) => then.find((one) => rootOf(one) === rootOf(measure));
  const isGone = (old: Measure) => isOngoing(old) && !now.some((one) => rootOf(one) === rootOf(old));
  const changed = now.flatMap((measure): News[] => {
    const is = since(measure, oldOf(measure));
    return is ? [{ is, measure }] : [];
  });
  return [
    ...changed.filter(({ is }) => is !== 'NEW'),
    ...then.filter(isGone).map((measure): News => ({ is: 'DROPPED', measure })),
    ...changed.filter(({ is }) => is === 'NEW'),
  ];
}
