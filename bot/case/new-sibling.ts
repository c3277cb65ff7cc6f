import { mayStartFrom } from '../../domain/access.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { caseStep, type Outcome } from '../act.ts';
import { newCase } from './new-case.ts';

/**
 * A brother or sister has a case and a code of their own; the family comes once, so their meetings are put next to each
 * other.
 */
export const newSibling = caseStep({
  during: GOES_ON,
  mayPress: mayStartFrom,
  run(context): Outcome {
    const { file, person, posting } = context;
    if (!person || !posting) return { code: 'expired', notice: { key: 'err.expired' } };
    if (file.case.siblingId) return { code: 'unchanged', page: 'more' };
    const { id, code, guardianOne, guardianTwo } = file.case;
    const { row, changes } = newCase(context, person, posting, {
      guardianOne,
      guardianTwo,
      siblingId: id,
      siblingCode: code,
    });
    return {
      code: 'ok',
      changes: [...changes, { in: 'case', id, set: { siblingId: row.id, siblingCode: row.code } }],
      page: 'more',
      notice: { key: 'sibling.created', values: { code: row.code } },
    };
  },
});
