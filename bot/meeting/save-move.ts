import { move as moveCard } from '../../cards/meeting/move.ts';
import { currentMeeting } from '../../domain/current.ts';
import { mayMove, movesOf, openMove } from '../../domain/moves.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { MeetingMove } from '../../domain/rows/move.ts';
import { newMove } from '../../domain/rows/move.ts';
import { askOnce, caseStep, invalid, type Outcome } from '../act.ts';

const NO_MEETING: Outcome = { code: 'notSent', page: 'case', notice: { key: 'err.old' } };

/** The move that is prepared already, or a new one, with what is known about it now. */
function drafted(file: CaseFile, meeting: Meeting, newId: () => string, set: Partial<MeetingMove>): Change {
  const known = openMove(file);
  if (known) return { in: 'meetingMove', id: known.id, set };
  const { id: meetingId, caseId } = meeting;
  const row = { ...newMove({ id: newId(), caseId, meetingId }), ...set };
  return { in: 'meetingMove', id: row.id, set: row };
}

/**
 * Who asks and why, before the time. A second move is asked about once and then goes through: meeting late is better
 * than not at all.
 */
export const saveMove = caseStep({
  during: ['INVITED'],
  inputsOn: 'move',
  form: () => moveCard.form(),
  run(context): Outcome {
    const { form, file, newId } = context;
    const meeting = currentMeeting(file);
    if (!meeting || !mayMove(file)) return NO_MEETING;
    const { reason, askedBy } = form;
    if (!reason || !askedBy)
      return invalid({
        ...(reason ? {} : { reason: 'error.moveReason' }),
        ...(askedBy ? {} : { askedBy: 'error.moveAskedBy' }),
      });
    const asked = movesOf(file, meeting).length > 0 && askOnce(context, 'secondMove', { key: 'warn.secondMove' });
    if (asked) return asked;
    const changes = [drafted(file, meeting, newId, { reason, askedBy, state: 'DRAFT' })];
    if (openMove(file)?.startAt) return { code: 'ok', changes, page: 'time' };
    return {
      code: 'ok',
      changes: [...changes, { in: 'meeting', id: meeting.id, set: { proposals: null, proposalsState: 'SEARCHING' } }],
      effects: [{ kind: 'find-times', caseId: file.case.id, subjectId: meeting.id }],
      page: 'time-searching',
    };
  },
});

/** "Tillbaka" keeps what was answered. */
export const leaveMove = caseStep({
  ...saveMove,
  run({ form, file, newId }): Outcome {
    const meeting = currentMeeting(file);
    const { reason, askedBy } = form;
    if (!meeting || !mayMove(file) || (!reason && !askedBy)) return { code: 'ok', page: 'case' };
    const set = { ...(reason ? { reason } : {}), ...(askedBy ? { askedBy } : {}) };
    return { code: 'ok', changes: [drafted(file, meeting, newId, set)], page: 'case' };
  },
});

/** "Barnet kan inte komma" and the family wants another day: nobody has to be asked why. */
export const moveForChild = caseStep({
  during: ['INVITED'],
  run({ file, newId }): Outcome {
    const meeting = currentMeeting(file);
    if (!meeting || !mayMove(file)) return NO_MEETING;
    return {
      code: 'ok',
      changes: [drafted(file, meeting, newId, { reason: 'CHILD_ILL', askedBy: 'FAMILY' })],
      page: 'move',
    };
  },
});
