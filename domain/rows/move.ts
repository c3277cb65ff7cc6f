import type { Temporal } from 'temporal-polyfill';
import type { LateReason, MoveAskedBy, MoveReason } from '../codes.ts';
import type { With } from './with.ts';

/**
 * A meeting gets a new time. While it is prepared or on its way the meeting stands as before; from `movedAt` on the row
 * is history and never changes. Moved by hand in Outlook: without a reason.
 */
export type MeetingMove = {
  id: string;
  caseId: string;
  meetingId: string;
  state: 'DRAFT' | 'SENDING' | 'NOT_SENT' | 'FAILED' | 'MOVED';
  reason: MoveReason | null;
  askedBy: MoveAskedBy | null;
  fromStartAt: Temporal.Instant | null;
  fromEndAt: Temporal.Instant | null;
  startAt: Temporal.Instant | null;
  endAt: Temporal.Instant | null;
  /** Null: where the meeting is, whatever somebody makes of that in Outlook meanwhile. */
  placeId: string | null;
  lateReason: LateReason | null;
  familyAgreed: boolean;
  movedAt: Temporal.Instant | null;
  revision: number;
};

export const newMove = (row: With<MeetingMove, 'id' | 'caseId' | 'meetingId'>): MeetingMove => ({
  state: 'DRAFT',
  reason: null,
  askedBy: null,
  fromStartAt: null,
  fromEndAt: null,
  startAt: null,
  endAt: null,
  placeId: null,
  lateReason: null,
  familyAgreed: false,
  movedAt: null,
  revision: 0,
  ...row,
});
