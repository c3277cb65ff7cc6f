/**
 * A meeting that ends before its plan is locked: somebody has had enough, or takes a consent back in the room. Nobody
 * is asked why. It was begun and not held: the next one has the same people and consents, and goes on with what was
 * written.
 */
import { currentMeeting } from './current.ts';
import { followUpChanges } from './follow-up.ts';
import { ended, sameWay } from './from-afar.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';

export function breakOffChanges(moment: Moment, newId: () => string): Change[] {
  const meeting = currentMeeting(moment.file);
  return [
    ...followUpChanges(moment, newId, meeting && sameWay(meeting)),
    ...(meeting
      ? [
          {
            in: 'meeting' as const,
            id: meeting.id,
            set: { ...ended('HELD'), brokenOffAt: moment.now, pausedAt: null },
          },
        ]
      : []),
  ];
}

/** The meeting that the one that is being prepared takes up again. */
export function brokenOffMeeting({ case: { status }, meetings }: CaseFile): Meeting | undefined {
  if (status !== 'PREPARING') return undefined;
  const [last] = meetings.filter((one) => one.status === 'HELD').sort((a, b) => (a.id < b.id ? 1 : -1));
  return last?.brokenOffAt ? last : undefined;
}
