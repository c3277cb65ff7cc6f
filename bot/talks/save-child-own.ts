import { childOwn } from '../../cards/talks/child-own.ts';
import { isAfter } from '../../domain/days.ts';
import { talkChange } from '../../domain/talks.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/**
 * The day, how, and who received it. A yes in writing is a yes; whether it is needed is weighed by maturity, never
 * computed from age.
 */
export const saveChildOwn = caseStep({
  during: ['PREPARING'],
  inputsOn: 'childOwn',
  form: () => childOwn.form(),
  run({ form, file, person, today, newId }): Outcome {
    const { ownConsentOn, ownConsentMethod } = form;
    if (!ownConsentOn) return invalid({ ownConsentOn: 'error.signedOn' });
    if (isAfter(ownConsentOn, today)) return invalid({ ownConsentOn: 'error.futureDay' });
    if (!ownConsentMethod) return invalid({ ownConsentMethod: 'error.method' });
    const set = { ...form, ownConsent: 'YES' as const, ownConsentById: person?.id ?? null };
    return {
      code: 'ok',
      changes: [
        talkChange(file, 'CHILD', newId(), set),
        { in: 'case', id: file.case.id, set: { childNoReason: null } },
      ],
      page: 'childMore',
    };
  },
});
