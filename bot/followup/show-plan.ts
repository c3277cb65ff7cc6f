import type { z } from 'zod';
import { plan } from '../../cards/plan.ts';
import { worksIn } from '../../domain/access.ts';
import { lockedPlan, lockedVersions } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';

const WHILE_IT_STANDS = ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'] as const;

/** "Visa planen": the version in force, also while its follow-up is prepared. */
export const showPlan: CaseStep = {
  reads: true,
  case: true,
  during: WHILE_IT_STANDS,
  who: worksIn,
  run: ({ file }) => ({ code: 'ok', page: lockedPlan(file) ? 'plan' : homePage(file) }),
};

/** Another version, read-only as it was locked. */
export const showVersion: CaseStep<z.output<ReturnType<typeof plan.form>>> = {
  reads: true,
  case: true,
  during: WHILE_IT_STANDS,
  who: worksIn,
  form: ({ file }) => plan.form([], lockedVersions(file)),
  run({ form: { version } }): Outcome {
    return version ? { code: 'ok', page: `plan:${version}` } : invalid({ version: 'error.version' });
  },
};
