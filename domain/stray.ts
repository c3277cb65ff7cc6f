/**
 * Calls that count no more and may stand in a calendar all the same: which, where they are looked for, what is said.
 */
import type { Temporal } from 'temporal-polyfill';
import { movesOf } from './moves.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import { deadTransactions, transactionOf } from './transactions.ts';

export type Stray = {
  meetingId: string;
  organizerId: string;
  transactionId: string;
  /** Null: no answer ever came back; it is looked for around each time that the meeting has had. */
  eventId: string | null;
  times: Temporal.Instant[];
};

const timesOf = (file: CaseFile, meeting: Meeting): Temporal.Instant[] =>
  [meeting.startAt, ...movesOf(file, meeting).flatMap(({ fromStartAt, startAt }) => [fromStartAt, startAt])].filter(
    (at): at is Temporal.Instant => at !== null,
  );

/** The event that is known belongs to the last call. */
export const straysOf = (file: CaseFile): Stray[] =>
  file.meetings.flatMap((meeting) => {
    const { id: meetingId, organizerId, eventState } = meeting;
    if (!organizerId || (meeting.status === 'CANCELLED' && eventState === 'GONE')) return [];
    const last = transactionOf(meeting);
    const times = timesOf(file, meeting);
    return deadTransactions({ meetings: [meeting] }).map((transactionId) => ({
      meetingId,
      organizerId,
      transactionId,
      eventId: transactionId === last ? meeting.eventId : null,
      times,
    }));
  });

/** A meeting that was called off by an older program says it by its event. */
const strayIn = ({ stray, eventState }: Meeting): Meeting['stray'] => stray ?? (eventState === 'LEFT' ? 'LEFT' : null);

const WORST_FIRST = ['STANDS', 'LOST', 'GUEST', 'LEFT'] as const satisfies readonly Meeting['stray'][];

/** What may stand in a calendar and ought not to; the worst first. */
export function strayOf(file: CaseFile): { stray: NonNullable<Meeting['stray']>; meeting: Meeting } | null {
  const found = file.meetings.flatMap((meeting) => {
    const stray = strayIn(meeting);
    return stray ? [{ stray, meeting }] : [];
  });
  return WORST_FIRST.map((one) => found.find(({ stray }) => stray === one)).find((one) => one !== undefined) ?? null;
}

/** Where a person must look in Outlook, and can say that they have; what is tried again goes on being tried. */
export const strayMeetings = ({ meetings }: Pick<CaseFile, 'meetings'>): Meeting[] =>
  meetings.filter(({ stray }) => stray !== null && stray !== 'LEFT');
