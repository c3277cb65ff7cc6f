import type { ClockStart, Language, Principal, UnitKind } from '../codes.ts';

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
  /** On the family's plan, each as it is to be read; empty: a line to fill in by hand. */
  nightDutyPhone: string;
  bupPhone: string;
  patientBoardPhone: string;
  inspectoratePhone: string;
  /** The plan has a line for "Jag har fått planen". */
  planSignatures: boolean;
};

export type Unit = {
  id: string;
  name: string;
  kind: UnitKind;
  principal: Principal;
  convenes: boolean;
  functionalMail: string | null;
  phone: string | null;
  mailDomains: string[];
  /** Other addresses of its mailbox: mails, X500 paths. */
  aliases: string[];
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
  /** Other addresses of the mailbox: mails, X500 paths. */
  aliases: string[];
};

export type Place = { id: string; name: string; mail: string | null; active: boolean };

export type ChannelRow = { id: string; unitId: string; tenantId: string; conversationId: string; serviceUrl: string };

export type Register = { units: Unit[]; people: Person[]; places: Place[]; channels: ChannelRow[]; settings: Settings };
