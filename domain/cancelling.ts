/**
 * A called meeting is off (T17). It stays in the history; the next one begins with the same people, as far as the
 * family still names them.
 */

import { unanswered } from './answers.ts';
import { consentedUnits } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import type { Moment } from './moment.ts';
import type { Change } from './rows/case-file.ts';
import { newMeeting } from './rows/meeting.ts';

export function cancelledChanges({ file, today }: Moment, newId: () => string): Change[] {
  const meeting = currentMeeting(file);
  if (!meeting) return [{ in: 'case', id: file.case.id, set: { status: 'PREPARING' } }];
  const { caseId, placeId, placeOral, how, fromAfar } = meeting;
  const next = newMeeting({ id: newId(), caseId, placeId, placeOral, how, fromAfar });
  const allowed = consentedUnits(file, today);
  const again = participantsOf(file, meeting).filter(({ unitId }) => allowed.has(unitId));
  return [
    { in: 'meeting', id: meeting.id, set: { status: 'CANCELLED' } },
    { in: 'case', id: caseId, set: { status: 'PREPARING' } },
    { in: 'meeting', id: next.id, set: next },
    ...again.map((row): Change => {
      const id = newId();
      return {
        in: 'participant',
        id,
        set: {
          ...row,
          ...unanswered(row),
          id,
          meetingId: next.id,
          standIn: false,
          declineReason: null,
          callState: null,
        },
      };
    }),
    ...file.talks.map((talk): Change => ({ in: 'talk', id: talk.id, set: { invitedOn: null, reachedOn: null } })),
  ];
}
