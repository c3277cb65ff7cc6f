/**
 * The rows of a case as the rules see them: decrypted, instants and days as Temporal values.
 * Names and meaning follow `prisma/schema.prisma`; a field `words` is stored encrypted as `wordsSealed`.
 * Beside each row's type stands the row as it comes to be: a new column has its empty value there and nowhere else.
 */
import type { CaseRow, Member } from './case.ts';
import type { Consent, Withdrawal } from './consent.ts';
import type { SettledDeviation } from './deviation.ts';
import type { Attendee, Meeting } from './meeting.ts';
import type { MeetingMove } from './move.ts';
import type { Participant } from './participant.ts';
import type { Goal, Measure, MeasureEvent, Need, OpenPoint, Plan } from './plan.ts';
import type { PlanRecipient } from './plan-recipient.ts';
import type { Posting } from './posting.ts';
import type { PrintLink } from './print-link.ts';
import type { Talk } from './talk.ts';

/**
 * The tables of a case, by the names that changes use. What else there is to say of them follows from this list: in a
 * case file the rows of `talk` stand in `talks`, and in the database they are the model `Talk` (`prisma/tables.ts`).
 */
export type CaseTables = {
  case: CaseRow;
  talk: Talk;
  consent: Consent;
  withdrawal: Withdrawal;
  meeting: Meeting;
  participant: Participant;
  attendee: Attendee;
  meetingMove: MeetingMove;
  plan: Plan;
  need: Need;
  goal: Goal;
  measure: Measure;
  openPoint: OpenPoint;
  measureEvent: MeasureEvent;
  planRecipient: PlanRecipient;
  member: Member;
  printLink: PrintLink;
  deviation: SettledDeviation;
  posting: Posting;
};

/** Everything a step may need to know about one case, read under the case row's lock. */
export type CaseFile = { case: CaseRow } & {
  [T in Exclude<keyof CaseTables, 'case'> as `${T}s`]: CaseTables[T][];
};

/**
 * One row written: `set` on a row that exists, or with every field for a new one. What a rule decides is a list of
 * these, so that the same decision can be stored, shown and tested.
 */
export type Change =
  | { [T in keyof CaseTables]: { in: T; id: string; set: Partial<CaseTables[T]> } }[keyof CaseTables]
  | { in: Removable; id: string; remove: true };

/**
 * Recorded consents and withdrawals go only where consent was not given in the end; the database refuses it elsewhere.
 */
export type Removable =
  | ('participant' | 'attendee' | 'need' | 'goal' | 'measure' | 'openPoint' | 'printLink')
  | ('talk' | 'consent' | 'withdrawal');
