import { plan } from '../../cards/followup/plan.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { lockedPlan, lockedVersions } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/** "Visa planen": the version in force, also while its follow-up is prepared. */
export const showPlan = caseStep({
  readsOnly: true,
  during: GOES_ON,
  run: ({ file }) => ({ code: 'ok', page: lockedPlan(file) ? 'plan' : homePage(file) }),
});

/** Another version, read-only as it was locked. */
export const showVersion = caseStep({
  readsOnly: true,
  during: GOES_ON,
  form: ({ file }) => plan.form([], lockedVersions(file)),
  run({ form: { version } }): Outcome {
    return version ? { code: 'ok', page: `plan:${version}` } : invalid({ version: 'error.version' });
  },
});
