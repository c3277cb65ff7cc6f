import { movedCard } from '../../cards/meeting/moved.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isAskedWhyLate } from '../../domain/moved-by-hand.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

type Form = Pick<NonNullable<ReturnType<typeof currentMeeting>>, 'familyAgreed' | 'lateReason'>;

const answered = (file: CaseFile, { familyAgreed, lateReason }: Form): Change[] => {
  const meeting = currentMeeting(file);
  const set = { familyAgreed, ...(lateReason ? { lateReason } : {}) };
  return meeting?.status === 'SENT' ? [{ in: 'meeting', id: meeting.id, set }] : [];
};

/** The family's yes to the time that the meeting was given in Outlook, and why it is late where it is. */
export const saveMoved = caseStep({
  during: ['INVITED'],
  inputsOn: 'moved',
  form: () => movedCard.form(),
  run(context): Outcome {
    const { form, file } = context;
    const changes = answered(file, form);
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
  run: ({ form, file }): Outcome => ({ code: 'ok', changes: answered(file, form), page: 'case' }),
});
