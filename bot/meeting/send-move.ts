import { moveCheck } from '../../cards/meeting/move-check.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { missingBeforeMove, openMove } from '../../domain/moves.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * The gates of the kallelse hold for the new time (and again when it is sent). The meeting stands as before until the
 * calendar has it.
 */
export const sendMove = caseStep({
  during: ['INVITED'],
  inputsOn: 'moveCheck',
  form: () => moveCheck.form(),
  run(context): Outcome {
    const { form, file } = context;
    const [meeting, move] = [currentMeeting(file), openMove(file)];
    if (!meeting || move?.state !== 'DRAFT') return { code: 'nothingToMove', page: 'case', notice: { key: 'err.old' } };
    const agreed: Change = { in: 'meetingMove', id: move.id, set: form };
    const missing = missingBeforeMove({ ...context, file: withChanges(file, [agreed]) });
    if (missing.some(({ gate }) => gate === 'familyTime'))
      return { code: 'invalid', errors: { familyAgreed: { key: 'error.familyTime' } } };
    if (missing.length > 0) return { code: 'missing', changes: [agreed], page: 'moveCheck' };
    const { startAt: fromStartAt, endAt: fromEndAt } = meeting;
    return {
      code: 'ok',
      changes: [{ in: 'meetingMove', id: move.id, set: { ...form, state: 'SENDING', fromStartAt, fromEndAt } }],
      effects: [{ kind: 'move-meeting', caseId: file.case.id, subjectId: move.id }],
      page: 'case',
    };
  },
});

/** "Tillbaka" to the times; the yes that was ticked stays ticked while the time stays. */
export const leaveMoveCheck = caseStep({
  ...sendMove,
  run({ form, file }): Outcome {
    const move = openMove(file);
    if (move?.state !== 'DRAFT') return { code: 'ok', page: 'case' };
    return { code: 'ok', changes: [{ in: 'meetingMove', id: move.id, set: form }], page: 'time' };
  },
});
