import type { z } from 'zod';
import { plan } from '../../cards/followup/plan.ts';
import { worksIn } from '../../domain/access.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { lockedPlan, lockedVersions } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';

/** "Visa planen": the version in force, also while its follow-up is prepared. */
export const showPlan: CaseStep = {
  readsOnly: true,
  case: true,
  during: GOES_ON,
  mayPress: worksIn,
  run: ({ file }) => ({ code: 'ok', page: lockedPlan(file) ? 'plan' : homePage(file) }),
};

/** Another version, read-only as it was locked. */
export const showVersion: CaseStep<z.output<ReturnType<typeof plan.form>>> = {
  readsOnly: true,
  case: true,
  during: GOES_ON,
  mayPress: worksIn,
  form: ({ file }) => plan.form([], lockedVersions(file)),
  run({ form: { version } }): Outcome {
    return version ? { code: 'ok', page: `plan:${version}` } : invalid({ version: 'error.version' });
  },
};
