/**
 * A meeting that is called gets a new time (T16). Every move is kept with who asked and why, and the first date can
 * always be read; the deadline is not started again. Until the calendar has taken the new time, the meeting stands as
 * before.
 */

import { Temporal } from 'temporal-polyfill';
import { unanswered } from './answers.ts';
import { withChanges } from './changes.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { clockOf, earliest, isAfter } from './days.ts';
import { type Missing, missingBeforeKallelse } from './gates.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import type { MeetingMove } from './rows/move.ts';
import { givenAnew, talksNow } from './talks.ts';

/** The move that is prepared or on its way; one at a time. */
export const openMove = (file: CaseFile): MeetingMove | undefined => {
  const meeting = currentMeeting(file);
  return meeting?.status === 'SENT'
    ? file.meetingMoves.find((one) => one.meetingId === meeting.id && one.movedAt === null)
    : undefined;
};

/** A time is being chosen: nobody is called yet, or the meeting is moved. */
export const isChoosingTime = (file: CaseFile): boolean =>
  currentMeeting(file)?.status === 'DRAFT' || openMove(file)?.state === 'DRAFT';

type MoveOnItsWay = MeetingMove & { state: Exclude<MeetingMove['state'], 'DRAFT' | 'MOVED'> };

export const isOnItsWay = (move: MeetingMove | undefined): move is MoveOnItsWay =>
  move !== undefined && move.state !== 'DRAFT' && move.state !== 'MOVED';

/** A meeting that stands in the calendars, and is not being moved just now. */
export function mayMove(file: CaseFile): boolean {
  const meeting = currentMeeting(file);
  return (
    file.case.status === 'INVITED' &&
    meeting?.status === 'SENT' &&
    meeting.eventState !== 'GONE' &&
    openMove(file)?.state !== 'SENDING'
  );
}

/** Those that were made, in their order. */
export const movesOf = (file: CaseFile, meeting: Pick<Meeting, 'id'> | undefined): MeetingMove[] =>
  file.meetingMoves
    .filter((one) => one.meetingId === meeting?.id && one.movedAt !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** When the meeting was to be when it was first called. */
export const firstStartAt = (file: CaseFile, meeting: Meeting): Temporal.Instant | null =>
  movesOf(file, meeting)[0]?.fromStartAt ?? meeting.startAt;

/** Where it comes to be: another place was chosen on the card, or it stays where it is. */
export const placeAfter = (meeting: Pick<Meeting, 'placeId'>, { placeId }: Pick<MeetingMove, 'placeId'>) =>
  placeId ?? meeting.placeId;

const newTimeOf = ({ startAt, endAt, placeId, lateReason, familyAgreed }: MeetingMove): Partial<Meeting> => ({
  startAt,
  endAt,
  lateReason,
  familyAgreed,
  ...(placeId ? { placeId } : {}),
});

/**
 * The gates of the kallelse hold for the new day as well: the consent must cover it, with those who must sign on that
 * day.
 */
export function missingBeforeMove(moment: Moment): readonly Missing[] {
  const move = openMove(moment.file);
  if (!move) return [];
  return missingBeforeKallelse({
    ...moment,
    file: withChanges(moment.file, [{ in: 'meeting', id: move.meetingId, set: newTimeOf(move) }]),
  });
}

const isSame = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null ? b === null : b !== null && a.equals(b);

type Times = Pick<MeetingMove, 'startAt' | 'endAt'> & { allDay?: boolean };

export const hasNewTime = (meeting: Times, { startAt, endAt, allDay = false }: Times): boolean =>
  !isSame(meeting.startAt, startAt) || !isSame(meeting.endAt, endAt) || (meeting.allDay ?? false) !== allDay;

/**
 * The child's part goes along with the meeting: as long after its start as before. Asked for anew where it does not fit
 * any more.
 */
export function childPartAfter(meeting: Meeting, { startAt, endAt }: Pick<MeetingMove, 'startAt' | 'endAt'>) {
  const { startAt: before, childFrom, childTo } = meeting;
  if (!before || !startAt || !endAt || !childFrom || !childTo) return { childFrom: null, childTo: null };
  const moved = (clock: string) => clockOf(startAt).add(clockOf(before).until(Temporal.PlainTime.from(clock)));
  const to = moved(childTo);
  if (isAfter(to, clockOf(endAt))) return { childFrom: null, childTo: null };
  return { childFrom: moved(childFrom).toString().slice(0, 5), childTo: to.toString().slice(0, 5) };
}

/**
 * The calendars have the new time. Who answered did so to the old one, and the family's invitation on paper says the
 * old one: both are asked for again. Another room at the same time changes neither answer. Last: whether it is an event
 * of whole days now, and since when the calendar has it.
 */
export function movedChanges(
  file: CaseFile,
  meeting: Meeting,
  move: MeetingMove,
  now: Temporal.Instant,
  { allDay = false, since = now }: { allDay?: boolean; since?: Temporal.Instant } = {},
): Change[] {
  const isNew = hasNewTime(meeting, { ...move, allDay });
  const placeId = placeAfter(meeting, move);
  const set: Partial<Meeting> = {
    ...newTimeOf(move),
    ...childPartAfter(meeting, move),
    ...(isNew ? { timeSetAt: earliest(since, now) } : {}),
    ...(placeId === meeting.placeId ? {} : { placeChanged: false }),
    allDay,
    eventState: 'LIVE',
  };
  return [
    { in: 'meetingMove', id: move.id, set: { ...move, placeId, state: 'MOVED', movedAt: now } },
    { in: 'meeting', id: meeting.id, set },
    ...(isNew
      ? participantsOf(file, meeting).map((row): Change => ({ in: 'participant', id: row.id, set: unanswered(row) }))
      : []),
    ...givenAnew(file),
  ];
}

/** Somebody has ordered an interpreter or support for the old time: that must be ordered again. */
export const mustRebook = (file: Pick<CaseFile, 'talks'>): boolean =>
  talksNow(file).some(({ interpreter, support }) => interpreter !== null || support.length > 0);
