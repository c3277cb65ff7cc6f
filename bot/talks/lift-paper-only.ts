import { paperOnlyLifted } from '../../cards/talks/paper-only-lifted.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { decisionFaults } from './decision-faults.ts';

/**
 * On paper only no more: an act of its own, by a manager's decision with role, day and reference. Why the case was on
 * paper is not kept, so nobody at the screen can know that it is safe again. The two questions are asked anew; until
 * they are, nothing can be sent.
 */
export const liftPaperOnly = caseStep({
  during: GOES_ON,
  inputsOn: 'lift',
  waitsForSending: true,
  typed: ['reference'],
  form: () => paperOnlyLifted.form(),
  run({ form, file, today }): Outcome {
    if (!isPaperOnly(file)) return { code: 'notRestricted', page: homePage(file) };
    const faults = decisionFaults(form, today);
    if (Object.keys(faults).length > 0) return invalid(faults);
    const set = { safety: null, liftedRole: form.role, liftedOn: form.decidedOn, liftedRef: form.reference };
    return { code: 'modeChanged', changes: [{ in: 'case', id: file.case.id, set }], page: 'protection' };
  },
});
