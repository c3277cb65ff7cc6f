/** Which part of which version a page of the plan shows. */
import { lockedPlan, lockedVersions } from './current.ts';
import type { PageRef } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';

/** As many measures as a card holds with their words whole. */
export const MEASURES_SHOWN = 12;

/**
 * `plan:1` is version 1, and `plan:1:12` its measures from the thirteenth on; without a version, or with one that is not
 * there, the version in force.
 */
export function shownPlan(page: PageRef, file: CaseFile): { plan: Plan | undefined; from: number } {
  const [, version = '', from = '0'] = page.split(':');
  const plan = lockedVersions(file).includes(version)
    ? file.plans.find((one) => String(one.version) === version)
    : lockedPlan(file);
  return { plan, from: /^\d{1,3}$/.test(from) ? Number(from) : 0 };
}
