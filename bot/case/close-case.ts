import { close } from '../../cards/case/close.ts';
import { mayStartFrom } from '../../domain/access.ts';
import { endingChanges, reasonsToClose } from '../../domain/closing.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { newCase } from './new-case.ts';

/**
 * Both questions are answered, or it is not closed; a no to the family's own request says why. Nothing is sent or asked
 * in the case afterwards.
 */
export const closeCase = caseStep({
  during: ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE', 'STOPPED'],
  inputsOn: 'close',
  waitsForSending: true,
  form: ({ file }) => close.form(reasonsToClose(file)),
  run({ form, file, register, today }): Outcome {
    const { reason, requestRefusal, familyInformed } = form;
    const isRefused = reason === 'REQUEST_REFUSED';
    if (!reason || !familyInformed || (isRefused && !requestRefusal))
      return invalid({
        ...(reason ? {} : { reason: 'error.closeReason' }),
        ...(isRefused && !requestRefusal ? { requestRefusal: 'error.requestRefusal' } : {}),
        ...(familyInformed ? {} : { familyInformed: 'error.familyInformed' }),
      });
    return {
      code: 'ok',
      changes: endingChanges(
        { file, register },
        {
          reason,
          requestRefusal: isRefused ? requestRefusal : null,
          familyInformed: familyInformed === 'YES',
          on: today,
        },
      ),
      page: 'case',
    };
  },
});

/** The need comes back: a closed case is never opened again, a new one points to its code. */
export const followCase = caseStep({
  during: ['CLOSED'],
  mayPress: mayStartFrom,
  run(context): Outcome {
    const { file, person, posting } = context;
    if (!person || !posting) return { code: 'expired', notice: { key: 'err.expired' } };
    const { ageBand, guardianOne, guardianTwo, code } = file.case;
    const { row, changes } = newCase(context, person, posting, {
      ageBand,
      guardianOne,
      guardianTwo,
      previousCode: code,
    });
    return { code: 'ok', changes, notice: { key: 'follow.created', values: { code: row.code } } };
  },
});
