/** A plan as it stands on paper: said in the language of who reads it. Roles and units, never anybody's name. */

/** Under its goal. `more`: how often, from when, after which, how it shows. */
export type PlanMeasure = { n: number; what: string; who: string; due: string; more: string };

/** Measures of no goal (versions from before) stand under one without words. */
export type PlanGoal = { text: string | null; about: string; measures: PlanMeasure[] };

/** A unit's own paper: made of what it may read, which is all of it only where the consent lets it have a copy. */
export type PlanParty = { unit: string; whole: boolean; joinedLate: boolean; plan: ToldPlan };

/** For the families and the file, and each unit's own. */
export type PlanPaper = ToldPlan & { parties: PlanParty[] };

export type ToldPlan = {
  version: number;
  /** "tisdag 3 mars 2026"; null: not locked, PRELIMINÄR on every page. */
  lockedOn: string | null;
  /** A newer version is in force. */
  replaced: boolean;
  /** Locked before there were needs, a question and responsibility: what it lacks is not missing, it was not asked. */
  older: boolean;
  /** Since the version before: "Ny åtgärd: …". Empty in the first. */
  news: string[];
  question: string | null;
  /** The child's own words, with a yes to standing here. */
  ownWords: string | null;
  works: string | null;
  worksNot: string | null;
  needs: string[];
  goals: PlanGoal[];
  /** Of what units do, what is not done yet. */
  goingOn: PlanMeasure[];
  others: string[];
  ourselves: string[];
  /** "Kommunen har det övergripande ansvaret. Elevhälsan håller ihop planen.", or by when the managers decide. */
  responsibility: string | null;
  openPoints: { unit: string; text: string; by: string | null }[];
  crisisWhere: string | null;
  /** "torsdag 7 maj 2026", with time and place where these were agreed on. */
  meetAgain: string | null;
  /** Only the day is known. */
  timeComes: boolean;
  /** Who was there, by role; the child where it was, and how. */
  present: string[];
  absentUnits: string[];
  childPart: string | null;
  /** "Någon i skolan, senast tisdag 10 mars" */
  childTold: string | null;
  /** Who gets the whole plan, and which units only what they do themselves. */
  copies: string[];
  partCopies: string[];
  /** Whom to ring when something is not done: the unit that holds the plan together, else the one that called. */
  ring: { unit: string; phone: string | null; holds: boolean };
  /** Who calls to the next meeting. */
  caller: string;
  /** Last day of the consent, with its year. */
  consentTo: string | null;
  /** Places for a name: a setting. */
  signatures: boolean;
};
