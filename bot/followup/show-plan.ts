import { plan } from '../../cards/followup/plan.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { lockedPlan, lockedVersions } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import { shownPlan } from '../../domain/shown-plan.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/** "Visa planen": the version in force, also while its follow-up is prepared. */
export const showPlan = caseStep({
  readsOnly: true,
  during: GOES_ON,
  run: ({ file }) => ({ code: 'ok', page: lockedPlan(file) ? 'plan' : homePage(file) }),
});

/** "Visa fler": the next page of the version that stands on the card, and after the last the first. */
export const showMoreOfPlan = caseStep({
  readsOnly: true,
  during: GOES_ON,
  run({ file, posting }): Outcome {
    const { plan, part } = shownPlan(posting?.page ?? 'plan', file);
    if (!plan) return { code: 'ok', page: homePage(file) };
    return { code: 'ok', page: `plan:${plan.version}:${part + 1}` };
  },
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
