import { currentMeeting } from '../../domain/current.ts';
import { openMove } from '../../domain/moves.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { draftMeeting } from './draft-meeting.ts';

/** What the page of times fills in. */
export type ChosenTime = Pick<Meeting, 'startAt' | 'endAt' | 'placeId' | 'lateReason' | 'familyAgreed'>;

export type Choosing = {
  meeting: Meeting;
  chosen: ChosenTime;
  changes: Change[];
  write(set: Partial<ChosenTime>): Change;
  /** How they meet can still be chosen. */
  isFirst: boolean;
  /** Where it goes on when a time is chosen, and where "Tillbaka" leads. */
  next: PageName;
  back: PageName;
};

/**
 * The time of a meeting that nobody is called to yet, or the new one of a meeting that is moved. Null: there is none to
 * choose.
 */
export function chooseTime(file: CaseFile, newId: () => string): Choosing | null {
  if (file.case.status === 'PREPARING') {
    const { meeting, changes } = draftMeeting(file, newId);
    return {
      meeting,
      chosen: meeting,
      changes,
      write: (set) => ({ in: 'meeting', id: meeting.id, set }),
      isFirst: true,
      next: 'guide',
      back: 'guide',
    };
  }
  const [meeting, move] = [currentMeeting(file), openMove(file)];
  if (!meeting || !move || move.state === 'SENDING') return null;
  // A time that did not reach the calendar and is changed is on its way no more.
  const write = (set: Partial<ChosenTime>): Change => ({
    in: 'meetingMove',
    id: move.id,
    set: { ...set, state: 'DRAFT' },
  });
  return { meeting, chosen: move, changes: [], write, isFirst: false, next: 'moveCheck', back: 'move' };
}
