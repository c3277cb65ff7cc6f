import type { z } from 'zod';
import { excuse } from '../../cards/excuse.ts';
import { worksIn } from '../../domain/access.ts';
import { guardiansOf } from '../../domain/consent.ts';
import type { CaseRow } from '../../domain/rows.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';
import { decisionFaults } from './decision-faults.ts';
import { type Guardian, verbOf } from './guardians.ts';

type Form = z.output<ReturnType<typeof excuse.form>>;

const NOBODY = { excusedGuardian: null, excusedRole: null, excusedOn: null, excusedRef: null } satisfies Partial<CaseRow>;

/** Who cannot be reached is not who must be protected: a manager decides, and it is recorded with role, day and reference. */
export const saveExcuse = (guardian: Guardian): CaseStep<Form> => ({
  case: true,
  during: ['PREPARING'],
  at: `${verbOf(guardian)}Excuse`,
  who: worksIn,
  typed: ['reference'],
  form: () => excuse.form(),
  run({ form, file, today }): Outcome {
    if (guardiansOf(file.case, today).length < 2) return { code: 'onlyOne', page: 'guide', notice: { key: 'excuse.onlyOne' } };
    const faults = decisionFaults(form, today);
    if (Object.keys(faults).length > 0) return invalid(faults);
    const set = { excusedGuardian: guardian, excusedRole: form.role, excusedOn: form.decidedOn, excusedRef: form.reference };
    return { code: 'ok', changes: [{ in: 'case', id: file.case.id, set }], page: 'guide' };
  },
});

export const undoExcuse = (guardian: Guardian): CaseStep => ({
  case: true,
  during: ['PREPARING'],
  who: worksIn,
  run: ({ file }) => ({
    code: 'ok',
    changes: file.case.excusedGuardian === guardian ? [{ in: 'case', id: file.case.id, set: NOBODY }] : [],
    page: 'guide',
  }),
});
