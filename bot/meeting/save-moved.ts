import { movedCard } from '../../cards/meeting/moved.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { handMoveGap, isAskedWhyLate } from '../../domain/moved-by-hand.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

type Form = Pick<NonNullable<ReturnType<typeof currentMeeting>>, 'familyAgreed' | 'lateReason'>;

/** Where nobody has moved it in Outlook, or all is answered, there is nothing to answer. */
function answered({ form: { familyAgreed, lateReason }, ...moment }: CaseContext<Form>): Change[] | null {
  const meeting = currentMeeting(moment.file);
  const set = { familyAgreed, ...(lateReason ? { lateReason } : {}) };
  return meeting && handMoveGap(moment) === 'ASK' ? [{ in: 'meeting', id: meeting.id, set }] : null;
}

/** The family's yes to the time that the meeting was given in Outlook, and why it is late where it is. */
export const saveMoved = caseStep({
  during: ['INVITED'],
  inputsOn: 'moved',
  form: () => movedCard.form(),
  run(context): Outcome {
    const { form, file } = context;
    const changes = answered(context);
    if (!changes) return { code: 'nothing', page: 'case' };
    const isWhyMissing = isAskedWhyLate({ ...context, file: withChanges(file, changes) });
    if (!form.familyAgreed || isWhyMissing)
      return {
        ...invalid({
          ...(form.familyAgreed ? {} : { familyAgreed: 'error.familyTime' }),
          ...(isWhyMissing ? { lateReason: 'error.lateReason' } : {}),
        }),
        changes,
      };
    return { code: 'ok', changes, page: 'case', notice: { key: 'moved.saved' } };
  },
});

/** "Tillbaka" keeps what was answered. */
export const leaveMoved = caseStep({
  ...saveMoved,
  run: (context): Outcome => ({ code: 'ok', changes: answered(context) ?? [], page: 'case' }),
});
