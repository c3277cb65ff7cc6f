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
  ChildTalkOutcome,
  GuardianKind,
  Language,
  MeetingStatus,
  Principal,
  Scope,
  SecretPlace,
  Signer,
  TalkPartner,
  UnitKind,
  YesNoUnknown,
} from './codes.ts';

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
  consentMaxMonths: number;
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
  protectedIdentity: YesNoUnknown | null;
  secretPlace: SecretPlace | null;
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
  revision: number;
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
  scopes: Scope[];
  originalLocation: string | null;
  receivedById: string | null;
  recordedAt: Instant | null;
  revision: number;
};

/** Somebody took their consent back, in any form. Nothing is kept about why. */
export type Withdrawal = {
  id: string;
  caseId: string;
  givenBy: Signer;
  withdrawnOn: Day;
  receivedById: string | null;
  recordedAt: Instant;
};

/** A time that can be proposed: who of those whose calendars can be seen is free, and how many answer for themselves. */
export type Proposal = { startAt: string; endAt: string; free: number; seen: number; busyUnits: string[]; unseen: number };

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
  eventState: 'LIVE' | 'MOVED' | 'GONE' | null;
  /** The effect that read the event last. */
  readId: string | null;
  sentAt: Instant | null;
  openedAt: Instant | null;
  childAttendance: string | null;
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
  dueOn: Day;
  state: 'ONGOING' | 'DONE';
  doneAt: Instant | null;
  doneById: string | null;
  revision: number;
};

export type Posting = {
  id: string;
  kind: 'CASE' | 'MEASURE' | 'HELP' | 'CASES' | 'LINE';
  caseId: string | null;
  measureId: string | null;
  personId: string | null;
  tenantId: string;
  language: Language;
  page: string;
  turn: string;
  line: { key: string; values: Record<string, string | number> } | null;
  /** The sentence that the last act left on a personal card: text key and values, never a typed word. */
  notice: { key: string; values?: Record<string, string | number> } | null;
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
  plans: Plan[];
  goals: Goal[];
  measures: Measure[];
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
  plan: Plan;
  goal: Goal;
  measure: Measure;
  posting: Posting;
};

/**
 * One row written: `set` on a row that exists, or with every field for a new one. What a rule decides is a list of these,
 * so that the same decision can be stored, shown and tested.
 */
export type Change =
  | { [T in keyof CaseTables]: { in: T; id: string; set: Partial<CaseTables[T]> } }[keyof CaseTables]
  | { in: 'participant' | 'goal' | 'measure'; id: string; remove: true };
