/**
 * What a printed paper is made from. But for the plan, never a word that the child or a guardian has said: there is no
 * field for it.
 */
import type { MoreNumber } from '../domain/acute-numbers.ts';
import type { AgeBand, Language, Link, MeetingHow, Scope, UnitKind } from '../domain/codes.ts';
import type { Interpreting } from '../domain/interpreters.ts';
import type { PersonalData } from '../domain/rows/register.ts';
import type { ChildPage } from './child-page.ts';
import type { PlanPaper } from './plan-paper.ts';

/** Where a person stands by what they are called ("mamma"); null: filled in by hand. */
type Role = string | null;

/** A child's own form: it must sign too, it is heard and others decide, or nobody has judged it yet. */
export type FormCounts = 'SIGNS' | 'HEARD' | 'NOT_JUDGED';

/** What one has said yes to; of nobody else a word. `isChilds`: it is somebody under 18 who reads it. */
export type OwnYes = {
  to: string;
  isChilds: boolean;
  /** When they signed. */
  day: string;
  units: string[];
  topics: string[];
  scopes: Scope[];
  from: string;
  until: string;
};

/** What one has taken back. */
export type Receipt = {
  to: string;
  isChilds: boolean;
  /** When it stopped: "tisdag 3 mars 2026", "13.05". */
  day: string;
  clock: string;
  /** When they said so, where it is another day. */
  saidOn: string | null;
  what: { kind: 'all' } | { kind: 'unit' | 'topic'; name: string } | { kind: 'scope'; scope: Scope };
  meeting: 'CANCELLED' | 'WITHOUT' | null;
  /** Who has the plan; empty: there is none. */
  planWith: string[];
  /** It is known whom it was handed to; else it is who may have been. */
  isPlanHanded: boolean;
};

export type ScriptLine = { when: string | null; words: string };

export type Paper = {
  /** Of who reads it. */
  language: Language;
  code: string;
  municipality: string;
  /** What the meeting is called: "Västbusmöte". */
  word: string;
  /** No paper says when, where or who, and nothing is answered in a calendar. */
  onPaperOnly: boolean;
  /** 18–20: the young person is spoken to, and nobody's guardian. */
  youth: boolean;
  ageBand: AgeBand | null;
  /** Units that can stand on the consent form, the own one first. */
  units: { name: string; kind: UnitKind }[];
  /** Those who sign, a form each. */
  signers: Role[];
  /** Those who are talked with as guardians, a sheet each. */
  guardians: string[];
  /** 12–17: there is a form for the child's own name too. */
  mayOwnSign: boolean;
  /** What that form leads to: told to the child, and on no other paper. */
  formCounts: FormCounts;
  /** `late`: whom to ring on the day, where it is another number. Null: a line to fill in by hand. */
  convener: { role: string; unit: string; kind: UnitKind | null; phone: string | null; late: string | null };
  /** How long a consent may last: "12 månader". */
  longest: string;
  /** What the pack begins with: what is still to be done. */
  beginsWith: 'TALKS' | 'CONSENT';
  /** "tisdag 3 mars 2026 kl. 13.00–14.00 (v. 10)"; null: a line to fill in by hand. */
  when: string | null;
  /** The child's own part of it: "tisdag 3 mars 2026 kl. 13.00–13.20"; null: it has none of its own. */
  childWhen: string | null;
  /** How long: "60 minuter". */
  length: string | null;
  /** Null: told by word of mouth, or a line by hand where there is no time either. */
  place: string | null;
  /** It is another by now and is filled in by hand. */
  placeByHand: boolean;
  /** In a room, from afar, or both. */
  how: MeetingHow;
  /** Where those join who come from afar; null: whoever calls gives it. */
  joinUrl: string | null;
  /** Where there is no link it is written in by hand; not where somebody must not know where they are. */
  linkByHand: boolean;
  childAfar: boolean;
  /** `duty`: called, not only invited. */
  called: { unit: string; kind: UnitKind | null; role: string; duty: boolean }[];
  /** The agreement holds: whoever is called has a duty to come, else they are asked to. */
  hasDuty: boolean;
  /**
   * Whom it is about: lines to fill in by hand, where the consent says that the parties may prepare; else nobody is
   * told before the meeting.
   */
  about: 'BY_HAND' | 'IF_CONSENTED' | 'AT_MEETING';
  /** Last day of the consent, in words. */
  consentTo: string | null;
  /** Last day to answer, in words. */
  answerBy: string | null;
  /** How the child takes part: "En stund". Null also where it does not want to: that is its own answer. */
  childJoins: string | null;
  /** The child has said that it does not want to come. On its own paper only. */
  childStaysAway: boolean;
  childPart: { from: string; to: string } | null;
  /** "13.20", where the others go on for longer. */
  childLeaves: string | null;
  /** It may be said to one in the family that the others are invited: nobody is protected, prevented or placed. */
  mayNameFamily: boolean;
  /** Somebody in the family has an interpreter; the language stands nowhere. */
  interpreter: Interpreting;
  /** What the room or the meeting must have: "Pauser". */
  support: string[];
  /**
   * Those who get an invitation each: there may be two homes. `interpreter` null: filled in by hand; `afar`: they join
   * by the link.
   */
  homes: { to: Role; interpreter: Interpreting | null; afar: boolean }[];
  /** Who is responsible for the personal data; null: filled in by hand. */
  personalData: PersonalData | null;
  /** Where staff read on. */
  links: Partial<Record<Link, string>>;
  /** Each one's own: a paper each. */
  given: OwnYes[];
  receipt: Receipt | null;
  /** Of the tenant's settings; null: a line to fill in by hand. */
  numbers: {
    nightDuty: string | null;
    bup: string | null;
    more: { who: MoreNumber; number: string }[];
    patientBoard: string | null;
    inspectorate: string | null;
  };
  /** What the chair says, part by part, and whenever it is needed. `when`: "Om det kommer upp". */
  script: { parts: { part: string; minutes: string; lines: ScriptLine[] }[]; always: ScriptLine[] };
  /** Only where the paper is the plan. */
  plan: PlanPaper | null;
  /** Only where the paper is it. */
  childPage: ChildPage | null;
  /** The deviation that a draft is about, in fixed words. */
  deviation: {
    type: string;
    day: string;
    unitKind: string;
    what: string;
    incident: string | null;
    consequences: { label: string; ticked: boolean }[];
  } | null;
};
