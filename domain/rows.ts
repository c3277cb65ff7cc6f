/**
 * The rows of a case as the rules see them: decrypted, instants and days as Temporal values.
 * Names and meaning follow `prisma/schema.prisma`; a field `words` is stored encrypted as `wordsSealed`.
 */
import type { Temporal } from 'temporal-polyfill';
import type {
  AgeBand,
  Answer,
  Attendance,
  CaseStatus,
  ChildNoReason,
  ChildTalkOutcome,
  ClockStart,
  CloseReason,
  ConsentMethod,
  DecidingRole,
  DeclineReason,
  Delivery,
  DeviationCode,
  DeviationOutcome,
  DifferReason,
  GuardianKind,
  Language,
  MeasureActor,
  MeetingStatus,
  MemberRole,
  MoveAskedBy,
  MoveReason,
  PlacedConsentBy,
  Placement,
  Principal,
  Safety,
  Scope,
  Signer,
  TalkPartner,
  ToldHow,
  Topic,
  UnitKind,
  WithdrawalScope,
  YesNoUnknown,
} from './codes.ts';

import type { PageRef } from './names.ts';

type Instant = Temporal.Instant;
type Day = Temporal.PlainDate;

export type Unit = {
  id: string;
  name: string;
  kind: UnitKind;
  principal: Principal;
  convenes: boolean;
  functionalMail: string | null;
  phone: string | null;
  mailDomains: string[];
};

export type Person = {
  id: string;
  tenantId: string;
  name: string;
  mail: string;
  role: string;
  unitId: string;
  mayCall: boolean;
  active: boolean;
};

export type Place = { id: string; name: string; mail: string | null; active: boolean };

export type ChannelRow = { id: string; unitId: string; tenantId: string; conversationId: string; serviceUrl: string };

export type Register = { units: Unit[]; people: Person[]; places: Place[]; channels: ChannelRow[]; settings: Settings };

/** Settings per organisation; each has a default, so an empty table is a working one. */
export type Settings = {
  /** What the meeting is called in texts to staff. */
  meetingWord: string;
  /** Days from complete consent to the meeting. Agreement in Västra Götaland, Vänersborg's routine: three weeks. */
  meetingDeadlineDays: number;
  /** From which day those weeks are shown; the others are kept for the figures. */
  clockStart: ClockStart;
  consentMaxMonths: number;
  /** Working days to answer a kallelse. */
  answerDays: number;
  /** Stands on the printed papers. */
  municipality: string;
  /** Where a report of concern is made. */
  concernLine: string;
  defaultLanguage: Language;
  emergencyLine: string;
};

export type CaseRow = {
  id: string;
  code: string;
  tenantId: string;
  status: CaseStatus;
  convenerId: string;
  unitId: string;
  language: Language;
  ageBand: AgeBand | null;
  guardianOne: GuardianKind | 'UNKNOWN' | null;
  guardianTwo: GuardianKind | 'NONE' | 'UNKNOWN' | null;
  existingSip: YesNoUnknown | null;
  needNoticedOn: Day | null;
  safety: Safety | null;
  placement: Placement | null;
  placedConsentBy: PlacedConsentBy | null;
  placedConfirmedOn: Day | null;
  /** First day of the month of the 18th birthday; asked for at 15–17 only. */
  turns18On: Day | null;
  /** A guardian who cannot be reached and is not waited for, by a manager's decision: all four or none. */
  excusedGuardian: 'GUARDIAN_1' | 'GUARDIAN_2' | null;
  excusedRole: DecidingRole | null;
  excusedOn: Day | null;
  excusedRef: string | null;
  /** Why the case goes on although the child has said no, or although the talks differ. */
  childNoReason: ChildNoReason | null;
  differReason: DifferReason | null;
  /** The family came back after a stop: the clocks start anew; the day of need stays, with the old run. */
  resumedOn: Day | null;
  /** The case was on paper only and is not any more, by a manager's decision. */
  liftedRole: DecidingRole | null;
  liftedOn: Day | null;
  liftedRef: string | null;
  /** The case of a brother or sister, with its own code; the meetings are put next to each other. */
  siblingId: string | null;
  siblingCode: string | null;
  /** A closed case that this one follows: it is never opened again. */
  previousCode: string | null;
  closedOn: Day | null;
  closeReason: CloseReason | null;
  familyInformed: boolean | null;
  createdAt: Instant;
  revision: number;
};

export type Talk = {
  id: string;
  caseId: string;
  with: TalkPartner;
  outcome: ChildTalkOutcome | null;
  heldOn: Day | null;
  present: string[];
  informed: boolean;
  wants: string[];
  wishes: string[];
  words: string | null;
  wordsMayBeShown: boolean;
  participation: string | null;
  /** Days (`2027-03-01`) on which somebody rang in vain. */
  notReached: string[];
  delivery: Delivery | null;
  /** Language of the interpreter, as a code of `domain/interpreters.ts`. */
  interpreter: string | null;
  interpreterHow: string | null;
  interpreterBooking: string | null;
  support: string[];
  voiceKeeper: string | null;
  ownConsent: string | null;
  /** The child's own consent in writing, and who received it. */
  ownConsentOn: Day | null;
  ownConsentMethod: ConsentMethod | null;
  ownConsentById: string | null;
  /** The invitation on paper: handed over or sent, and arrived. */
  invitedOn: Day | null;
  reachedOn: Day | null;
  revision: number;
};

/** Who works in a case beside its convener. */
export type Member = {
  id: string;
  caseId: string;
  personId: string;
  role: MemberRole;
  addedAt: Instant;
  removedAt: Instant | null;
};

/** A document that can be opened once, until it expires, by whoever holds the link. */
export type PrintLink = {
  id: string;
  caseId: string;
  document: string;
  personId: string;
  token: string;
  expiresAt: Instant;
  usedAt: Instant | null;
  /** Which deviation a draft is about (`domain/deviations.ts`). */
  about: string | null;
};

/** What was done about a deviation, so that nobody is asked twice. */
export type SettledDeviation = {
  id: string;
  caseId: string;
  code: DeviationCode;
  subjectId: string;
  happenedOn: Day;
  outcome: DeviationOutcome;
  settledOn: Day;
};

export type Consent = {
  id: string;
  caseId: string;
  givenBy: Signer;
  signedOn: Day | null;
  validFromOn: Day | null;
  validToOn: Day | null;
  validMonths: number | null;
  parties: string[];
  topics: Topic[];
  scopes: Scope[];
  method: ConsentMethod | null;
  /** Sent for signature with e-legitimation, or left at home on paper; not signed yet. */
  sentOn: Day | null;
  originalLocation: string | null;
  receivedById: string | null;
  recordedAt: Instant | null;
  revision: number;
};

/**
 * Somebody took their consent back, in any form: all of it, one party, one topic or one scope. Nothing is kept about
 * why.
 */
export type Withdrawal = {
  id: string;
  caseId: string;
  givenBy: Signer;
  scope: WithdrawalScope;
  unitId: string | null;
  topic: Topic | null;
  ofScope: Scope | null;
  withdrawnOn: Day;
  receivedById: string | null;
  recordedAt: Instant;
};

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
  startAt: Instant | null;
  endAt: Instant | null;
  placeId: string | null;
  placeOral: boolean;
  lateReason: string | null;
  proposals: Proposal[] | null;
  proposalsState: 'SEARCHING' | 'FOUND' | 'UNREACHABLE' | null;
  organizerId: string | null;
  transactionId: string | null;
  eventId: string | null;
  /** LEFT: the meeting is off, and the calendars do not know it yet. */
  eventState: 'LIVE' | 'MOVED' | 'GONE' | 'LEFT' | null;
  /** The effect that read the event last. */
  readId: string | null;
  sentAt: Instant | null;
  openedAt: Instant | null;
  childAttendance: string | null;
  /** The family has said yes to this time, before anybody is called. */
  familyAgreed: boolean;
  /** The child's part of the meeting (`13:00`–`13:20`), and who follows the child out. */
  childFrom: string | null;
  childTo: string | null;
  childFollower: string | null;
  /** The clocks as they stood when the kallelse was sent; the third is `sentAt`. */
  needOn: Day | null;
  consentOn: Day | null;
  revision: number;
};

export type Participant = {
  id: string;
  meetingId: string;
  unitId: string;
  personId: string | null;
  mail: string;
  kind: 'SUMMONED' | 'INVITED';
  answer: Answer;
  answeredAt: Instant | null;
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
  toldOn: Day | null;
  toldHow: ToldHow | null;
  /** The party has itself checked that the consent covers it. */
  consentCheckedOn: Day | null;
  revision: number;
};

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
  fromStartAt: Instant | null;
  fromEndAt: Instant | null;
  startAt: Instant | null;
  endAt: Instant | null;
  placeId: string | null;
  lateReason: string | null;
  familyAgreed: boolean;
  movedAt: Instant | null;
  revision: number;
};

export type Plan = {
  id: string;
  caseId: string;
  meetingId: string;
  version: number;
  childGoal: string | null;
  childGoalMissing: string | null;
  principal: Principal | null;
  ownerPersonId: string | null;
  followUpOn: Day | null;
  lockedAt: Instant | null;
  /** The day on which somebody was last reminded of the follow-up. */
  remindedOn: Day | null;
  revision: number;
};

export type Goal = { id: string; planId: string; ordinal: number; text: string; revision: number };

export type Measure = {
  id: string;
  planId: string;
  goalId: string | null;
  ordinal: number;
  what: string;
  unitId: string;
  personId: string;
  /** Null: it goes on, and is looked at when the plan is followed up. */
  dueOn: Day | null;
  /** Somebody outside municipality and region does it; unit and person are then those who see to it. */
  actor: MeasureActor | null;
  /** The same measure in the version before. */
  previousId: string | null;
  state: 'ONGOING' | 'DONE';
  doneAt: Instant | null;
  doneById: string | null;
  revision: number;
};

export type Posting = {
  id: string;
  kind: 'CASE' | 'MEASURE' | 'HELP' | 'CASES' | 'LINE' | 'PROPOSE';
  caseId: string | null;
  measureId: string | null;
  personId: string | null;
  tenantId: string;
  language: Language;
  page: PageRef;
  turn: string;
  line: { key: string; values: Record<string, string | number> } | null;
  /** The sentence that the last act left on a personal card: text key and values, never a typed word. */
  notice: { key: string; values?: Record<string, string | number> } | null;
  /** The verb that was answered with a warning: pressed again it goes through. */
  warned: string | null;
  /**
   * `LIST`: a page that was opened from what is missing, or from the answers, goes back there. `PAPER`: on to the next
   * page of that side door.
   */
  backTo: 'LIST' | 'PAPER' | null;
  conversationId: string | null;
  serviceUrl: string | null;
  activityId: string | null;
  wanted: number;
  sent: number;
  sentHash: string | null;
  /** The effect that is sending it now: two must not post the same card. */
  sendingId: string | null;
  createdAt: Instant;
};

/** Where a person's own chat with the bot is. */
export type Chat = {
  personId: string;
  tenantId: string;
  conversationId: string;
  serviceUrl: string;
  language: Language | null;
  greetedAt: Instant | null;
};

/** Everything a step may need to know about one case, read under the case row's lock. */
export type CaseFile = {
  case: CaseRow;
  talks: Talk[];
  consents: Consent[];
  withdrawals: Withdrawal[];
  meetings: Meeting[];
  participants: Participant[];
  moves: MeetingMove[];
  plans: Plan[];
  goals: Goal[];
  measures: Measure[];
  members: Member[];
  printLinks: PrintLink[];
  deviations: SettledDeviation[];
  postings: Posting[];
};

/** The tables of a case file that a change can be made in. */
export type CaseTables = {
  case: CaseRow;
  talk: Talk;
  consent: Consent;
  withdrawal: Withdrawal;
  meeting: Meeting;
  participant: Participant;
  meetingMove: MeetingMove;
  plan: Plan;
  goal: Goal;
  measure: Measure;
  member: Member;
  printLink: PrintLink;
  deviation: SettledDeviation;
  posting: Posting;
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
export type Removable = 'participant' | 'goal' | 'measure' | 'printLink' | 'talk' | 'consent' | 'withdrawal';
