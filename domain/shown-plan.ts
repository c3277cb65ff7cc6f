/** Which part of which version a page of the plan shows. */
import { lockedPlan, lockedVersions } from './current.ts';
import type { PageRef } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';

/**
 * `plan:1` is version 1, and `plan:1:2` its third page; without a version, or with one that is not there, the version
 * in force.
 */
export function shownPlan(page: PageRef, file: CaseFile): { plan: Plan | undefined; part: number } {
  const [, version = '', part = '0'] = page.split(':');
  const plan = lockedVersions(file).includes(version)
    ? file.plans.find((one) => String(one.version) === version)
    : lockedPlan(file);
  return { plan, part: /^\d{1,3}$/.test(part) ? Number(part) : 0 };
}
