/**
 * A called meeting is off (T17). It stays in the history; the next one begins with the same people, as far as the
 * family still names them.
 */

import { unanswered } from './answers.ts';
import { consentedUnits } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { ended, sameWay } from './from-afar.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import { type Meeting, newMeeting } from './rows/meeting.ts';
import { givenAnew } from './talks.ts';

/** The last one that was called and is off, until the next one is called. Why it is off is not said. */
export function calledOffMeeting({ case: { status }, meetings }: CaseFile): Meeting | undefined {
  if (status !== 'PREPARING') return undefined;
  const [last] = meetings.filter((one) => one.status !== 'DRAFT').sort((a, b) => (a.id < b.id ? 1 : -1));
  return last?.status === 'CANCELLED' && last.sentAt && !last.notHeldReason ? last : undefined;
}

export function cancelledChanges({ file, today }: Moment, newId: () => string): Change[] {
  const meeting = currentMeeting(file);
  if (!meeting) return [{ in: 'case', id: file.case.id, set: { status: 'PREPARING' } }];
  const { caseId, placeOral } = meeting;
  const next = newMeeting({ id: newId(), caseId, placeOral, ...sameWay(meeting) });
  const allowed = consentedUnits(file, today);
  const again = participantsOf(file, meeting).filter(({ unitId }) => allowed.has(unitId));
  return [
    { in: 'meeting', id: meeting.id, set: ended('CANCELLED') },
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
    ...givenAnew(file),
  ];
}
