import type { AcuteNumber, ClockStart, Language, Link, Principal, UnitKind } from '../codes.ts';

/** Settings per organisation; each has a default, so an empty table is a working one. */
export type Settings = {
  /** What the meeting is called in texts to staff. */
  meetingWord: string;
  /** Days from complete consent to the meeting. Agreement in Västra Götaland, Vänersborg's routine: three weeks. */
  meetingDeadlineDays: number;
  /** From which day those weeks are shown; the others are kept for the figures. */
  clockStart: ClockStart;
  consentMaxMonths: number;
  /** Days from the first to the last try, before a guardian is held to be prevented. */
  unreachableDays: number;
  /** Working days to answer a kallelse. */
  answerDays: number;
  /** Stands on the printed papers. */
  municipality: string;
  /** Where a report of concern is made. */
  concernLine: string;
  defaultLanguage: Language;
  emergencyLine: string;
  /** Whom to ring when it is urgent. A number that nobody has rung to check (`checkedOn`) is not shown. */
  acuteNumbers: Partial<Record<AcuteNumber, CheckedNumber>>;
  /** On the family's plan, each as it is to be read; empty: a line to fill in by hand. */
  patientBoardPhone: string;
  inspectoratePhone: string;
  /** The plan has a line for "Jag har fått planen". */
  planSignatures: boolean;
  /** Until when the agreement between municipalities and region holds, and who has said so; not there: nobody has. */
  agreement?: Agreement | undefined;
  /** The decision by which closing a case may erase what is written in it; not there: nothing is erased. */
  weedingDecision?: string | undefined;
  /** https addresses for staff. */
  links: Partial<Record<Link, string>>;
  /** Who is responsible for the personal data (GDPR 13, 14). */
  personalData?: PersonalData | undefined;
};

/** `checkedOn`: the day (`2027-03-01`) when somebody rang the number; null: nobody has. */
export type CheckedNumber = { number: string; checkedOn: string | null };

/** Days as `2027-12-31`. `confirmedBy`: a role, not a name. */
export type Agreement = { holdsUntil: string; confirmedBy: string; confirmedOn: string };

/**
 * `officer`: how the data protection officer is reached. `outsideEu`: what is told of data that leave the EU (GDPR
 * 13.1 f); null: a line to fill in by hand.
 */
export type PersonalData = { responsible: string; contact: string; officer: string | null; outsideEu: string | null };

export type Unit = {
  id: string;
  name: string;
  kind: UnitKind;
  principal: Principal;
  convenes: boolean;
  functionalMail: string | null;
  phone: string | null;
  mailDomains: string[];
  /** Other addresses of the unit's mailbox: mails in lower case, X500. An answer may come from any of them. */
  aliases: string[];
  /** Private care or an independent school: other rules of secrecy than an authority's (PSL 6:12, skollagen 29:14). */
  private: boolean;
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
  phone: string | null;
  /** Other addresses of the same mailbox: mails in lower case, X500. An answer may come from any of them. */
  aliases: string[];
  /** Looks after the unit's channel and the figures. Opens no case. */
  coordinates: boolean;
};

export type Place = { id: string; name: string; mail: string | null; active: boolean };

export type ChannelRow = { id: string; unitId: string; tenantId: string; conversationId: string; serviceUrl: string };

export type Register = { units: Unit[]; people: Person[]; places: Place[]; channels: ChannelRow[]; settings: Settings };
