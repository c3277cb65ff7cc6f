import { currentPlan } from '../../domain/current.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';

/**
 * The plan that is being written at the meeting. There is one for as long as the case's status is MEETING; a locked
 * plan is never changed.
 */
export function openPlan(file: CaseFile): Plan {
  const plan = currentPlan(file);
  if (!plan || plan.lockedAt !== null) throw new Error('a meeting without an open plan');
  return plan;
}
