import { isOwnFormToAsk } from '../../domain/consent.ts';
import { latest } from '../../domain/days.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, type Outcome, old } from '../act.ts';
import { CONSENT_DURING } from './save-consent.ts';

/** The young person was asked whether the own form from before 18 still counts, and says yes. Never assumed. */
export const ownFormStands = caseStep({
  during: CONSENT_DURING,
  run({ file, today }): Outcome {
    const { turns18On } = file.case;
    if (!turns18On || !isOwnFormToAsk(file, latest(today, turns18On))) return old(file);
    return {
      code: 'ok',
      changes: [{ in: 'case', id: file.case.id, set: { ownFormAskedOn: today } }],
      page: homePage(file),
    };
  },
});
