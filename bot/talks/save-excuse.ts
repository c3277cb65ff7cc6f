import { excuse } from '../../cards/talks/excuse.ts';
import { GOES_ON, type Guardian } from '../../domain/codes.ts';
import { guardiansOf, NOBODY_EXCUSED } from '../../domain/consent.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { decisionFaults } from './decision-faults.ts';
import { verbOf } from './guardians.ts';

/**
 * Who cannot be reached is not who must be protected: a manager decides, and it is recorded with role, day and
 * reference.
 */
export const saveExcuse = (guardian: Guardian) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: `${verbOf(guardian)}Excuse`,
    typed: ['reference'],
    form: () => excuse.form(),
    run({ form, file, today }): Outcome {
      if (guardiansOf(file.case, today).length < 2)
        return { code: 'onlyOne', page: 'guide', notice: { key: 'excuse.onlyOne' } };
      const faults = decisionFaults(form, today);
      if (Object.keys(faults).length > 0) return invalid(faults);
      const set = {
        excusedGuardian: guardian,
        excusedRole: form.role,
        excusedOn: form.decidedOn,
        excusedRef: form.reference,
      };
      return { code: 'ok', changes: [{ in: 'case', id: file.case.id, set }], page: 'guide' };
    },
  });

/** "Tillbaka": what is filled in stands when the page is opened again. It counts only when all of it is there. */
export const leaveExcuse = (guardian: Guardian) =>
  caseStep({
    ...saveExcuse(guardian),
    run({ form, file }): Outcome {
      const isEmpty = form.role === null && form.decidedOn === null && form.reference === null;
      const set = {
        excusedGuardian: guardian,
        excusedRole: form.role,
        excusedOn: form.decidedOn,
        excusedRef: form.reference,
      };
      return { code: 'ok', changes: isEmpty ? [] : [{ in: 'case', id: file.case.id, set }], page: verbOf(guardian) };
    },
  });

/**
 * Somebody has been reached after all, at any time: from then on their consent is needed, and nothing more is shared
 * until it is there.
 */
export const undoExcuse = (guardian: Guardian) =>
  caseStep({
    during: GOES_ON,
    waitsForSending: true,
    run: ({ file }) => ({
      code: 'ok',
      changes: file.case.excusedGuardian === guardian ? [{ in: 'case', id: file.case.id, set: NOBODY_EXCUSED }] : [],
      page: homePage(file),
      ...(file.case.status === 'PREPARING' ? {} : { notice: { key: 'excuse.undone' } }),
    }),
  });
