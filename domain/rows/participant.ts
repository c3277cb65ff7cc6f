import type { Temporal } from 'temporal-polyfill';
import type { Answer, Attendance, DeclineReason, ToldHow } from '../codes.ts';
import type { With } from './with.ts';

export type Participant = {
  id: string;
  meetingId: string;
  unitId: string;
  personId: string | null;
  mail: string;
  /** Typed on the card, not the register's: sealed in the database, and its name in the calendars is the unit's. */
  mailTyped: boolean;
  kind: 'SUMMONED' | 'INVITED';
  answer: Answer;
  answeredAt: Temporal.Instant | null;
  attendance: Attendance | null;
  /** Why not: a code and nothing else. Stays with the stand-in who was named then. */
  declineReason: DeclineReason | null;
  /** The card has asked the convener for a reason that was not given. */
  reasonAsked: boolean;
  /** Comes instead of somebody else of the unit, with the mandate to decide for it. */
  standIn: boolean;
  /** A stand-in whom the calendar does not know yet; null once called. */
  callState: 'SENDING' | 'NOT_SENT' | 'FAILED' | null;
  /** Told whom it is about, outside the bot. */
  toldOn: Temporal.PlainDate | null;
  toldHow: ToldHow | null;
  /** The party has itself checked that the consent covers it. */
  consentCheckedOn: Temporal.PlainDate | null;
  revision: number;
};

/** Who is called, as it is chosen on a card. */
export type Called = Pick<Participant, 'unitId' | 'personId' | 'mail' | 'mailTyped'>;

export const newParticipant = (row: With<Participant, 'id' | 'meetingId' | 'unitId' | 'mail'>): Participant => ({
  personId: null,
  mailTyped: false,
  kind: 'SUMMONED',
  answer: 'NONE',
  answeredAt: null,
  attendance: null,
  declineReason: null,
  reasonAsked: false,
  standIn: false,
  callState: null,
  toldOn: null,
  toldHow: null,
  consentCheckedOn: null,
  revision: 0,
  ...row,
});
