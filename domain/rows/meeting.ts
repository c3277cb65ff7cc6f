import type { Temporal } from 'temporal-polyfill';
import type {
  Attendance,
  AttendeeKind,
  LateReason,
  MeetingHow,
  MeetingStatus,
  NotHeldReason,
  Participation,
  TalkPartner,
  VoiceKeeper,
} from '../codes.ts';
import type { With } from './with.ts';

/**
 * A time that can be proposed: who of those whose calendars can be seen is free, and how many answer for themselves.
 */
export type Proposal = {
  startAt: string;
  endAt: string;
  free: number;
  seen: number;
  busyUnits: string[];
  unseen: number;
};

export type Meeting = {
  id: string;
  caseId: string;
  status: MeetingStatus;
  call: number;
  startAt: Temporal.Instant | null;
  endAt: Temporal.Instant | null;
  placeId: string | null;
  placeOral: boolean;
  lateReason: LateReason | null;
  proposals: Proposal[] | null;
  /** CHECKING: a time that was agreed on at the table is looked at again in the calendars. */
  proposalsState: 'SEARCHING' | 'CHECKING' | 'FOUND' | 'UNREACHABLE' | null;
  organizerId: string | null;
  transactionId: string | null;
  eventId: string | null;
  /** LEFT: of an older program; now `stray`. */
  eventState: 'LIVE' | 'MOVED' | 'GONE' | 'LEFT' | null;
  /**
   * What counts no more may stand in a calendar. LEFT: it is tried again; STANDS: it was refused, and a person must see
   * to it; LOST: a call that may have arrived, and that is not found there; GUEST: the meeting is on, and somebody who is
   * called no more could not be taken out.
   */
  stray: 'LEFT' | 'STANDS' | 'LOST' | 'GUEST' | null;
  /** Why its event cannot be read. */
  unread: 'REFUSED' | 'NO_MAILBOX' | null;
  /** Made an event of whole days in Outlook: it begins and ends at midnight, and a time is to be chosen. */
  allDay: boolean;
  /**
   * Another place stands in Outlook than one of the register. Its words are not kept: anybody may have written
   * anything.
   */
  placeChanged: boolean;
  /** Since when it has this time: an older answer was to another. */
  timeSetAt: Temporal.Instant | null;
  /** Who stands in the event (`in-calendar.ts`). */
  inCalendar: string | null;
  /** The effect that read the event last. */
  readId: string | null;
  sentAt: Temporal.Instant | null;
  openedAt: Temporal.Instant | null;
  childAttendance: Participation | null;
  /** The family has said yes to this time, before anybody is called. */
  familyAgreed: boolean;
  /** The child's part of the meeting (`13:00`–`13:20`), and who follows the child out. */
  childFrom: string | null;
  childTo: string | null;
  childFollower: VoiceKeeper | null;
  /** The clocks as they stood when the kallelse was sent; the third is `sentAt`. */
  needOn: Temporal.PlainDate | null;
  consentOn: Temporal.PlainDate | null;
  /** Since when it is paused. */
  pausedAt: Temporal.Instant | null;
  /** It ended before its plan was locked; what was written stays as a draft. */
  brokenOffAt: Temporal.Instant | null;
  /** As it was chosen (`from-afar.ts` says how it is). */
  how: MeetingHow;
  /** Where those join who are not in the room, as it stands in Outlook. It goes on the family's paper and nowhere else. */
  joinUrl: string | null;
  /**
   * Why there is none. REFUSED: the calendar makes none; LOST: there was one; BY_HAND: somebody has written one into the
   * event.
   */
  noLink: 'REFUSED' | 'LOST' | 'BY_HAND' | null;
  /** Of a hybrid one: who in the family is there from afar. Each home has its own paper. */
  fromAfar: TalkPartner[];
  /** It did not happen. */
  notHeldReason: NotHeldReason | null;
  revision: number;
};

export const newMeeting = (row: With<Meeting, 'id' | 'caseId'>): Meeting => ({
  status: 'DRAFT',
  call: 1,
  startAt: null,
  endAt: null,
  placeId: null,
  placeOral: false,
  lateReason: null,
  proposals: null,
  proposalsState: null,
  organizerId: null,
  transactionId: null,
  eventId: null,
  eventState: null,
  stray: null,
  unread: null,
  allDay: false,
  placeChanged: false,
  timeSetAt: null,
  inCalendar: null,
  readId: null,
  sentAt: null,
  openedAt: null,
  childAttendance: null,
  familyAgreed: false,
  childFrom: null,
  childTo: null,
  childFollower: null,
  needOn: null,
  consentOn: null,
  pausedAt: null,
  brokenOffAt: null,
  how: 'IN_ROOM',
  joinUrl: null,
  noLink: null,
  fromAfar: [],
  notHeldReason: null,
  revision: 0,
  ...row,
});

/** Who else was at the meeting than the parties that were called; the child's part stands in `childAttendance`. */
export type Attendee = {
  id: string;
  meetingId: string;
  who: AttendeeKind;
  /** Of several relatives: which. */
  n: number;
  attendance: Attendance | null;
  revision: number;
};
