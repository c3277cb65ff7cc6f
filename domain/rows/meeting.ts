import type { Temporal } from 'temporal-polyfill';
import type {
  Attendance,
  AttendeeKind,
  LateReason,
  MeetingHow,
  MeetingStatus,
  NotHeldReason,
  Participation,
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
  proposalsState: 'SEARCHING' | 'FOUND' | 'UNREACHABLE' | null;
  organizerId: string | null;
  transactionId: string | null;
  eventId: string | null;
  /** LEFT: the meeting is off, and the calendars do not know it yet. */
  eventState: 'LIVE' | 'MOVED' | 'GONE' | 'LEFT' | null;
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
  how: MeetingHow;
  /** Where those who are not in the room join; null also where the calendar gave none. */
  joinUrl: string | null;
  /** Of a hybrid one: the family joins from afar. */
  familyOnline: boolean;
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
  familyOnline: false,
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
