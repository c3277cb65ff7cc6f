import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { openMove } from '../../domain/moves.ts';
import type { EffectName } from '../../domain/names.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { failedSending } from '../../domain/sending.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * "Försök igen" after the calendar said no or was gone for too long: the kallelse, a new time, a stand-in. Each is the
 * same as before, so nobody is called twice.
 */
export const retrySending = caseStep({
  during: ['INVITED'],
  run({ file }): Outcome {
    const [meeting, move, caseId] = [currentMeeting(file), openMove(file), file.case.id];
    const failed = failedSending(file);
    const sent = (changes: Change[], kind: EffectName, subjectId: string): Outcome => ({
      code: 'ok',
      changes,
      effects: [{ kind, caseId, subjectId }],
      page: 'case',
    });
    if (meeting && failed === 'KALLELSE')
      return sent(
        // Whose mailbox is no more cannot call: then it is whoever holds the case now.
        [
          {
            in: 'meeting',
            id: meeting.id,
            set: { status: 'SENDING', ...(meeting.unread ? { organizerId: file.case.convenerId, unread: null } : {}) },
          },
        ],
        'book-meeting',
        meeting.id,
      );
    if (move && failed === 'MOVE')
      return sent([{ in: 'meetingMove', id: move.id, set: { state: 'SENDING' } }], 'move-meeting', move.id);
    if (!meeting || failed === null) return { code: 'notWaiting', page: 'case' };
    const waiting = participantsOf(file, meeting).filter(({ callState }) => callState !== null);
    const again = waiting.map((row): Change => ({ in: 'participant', id: row.id, set: { callState: 'SENDING' } }));
    return sent(again, 'update-attendees', meeting.id);
  },
});
