/** Which papers there are when. On paper only, everything is there. */

import type { Temporal } from 'temporal-polyfill';
import { LANGUAGES, type Language } from './codes.ts';
import { guardiansOf, isYouth, liveConsents, mayOwnSign } from './consent.ts';
import { currentMeeting, currentPlan, goesOn, hasPlanInForce, lockedPlan } from './current.ts';
import { isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import type { DocumentName, OfferedDocument } from './names.ts';
import { lastWithdrawal, ownConsents } from './own-answers.ts';
import { planReceivers } from './plan-parties.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import { isChildHeard, isGuardianHeard } from './talks.ts';
import { planToldOf } from './tell-child.ts';

/** What they are for: under these headings they are offered. */
const PAPER_GROUPS = ['PLAN', 'TALKS', 'CONSENT', 'MEETING'] as const;
type PaperGroup = (typeof PAPER_GROUPS)[number];

type Offer = {
  name: OfferedDocument;
  group: PaperGroup;
  applies: (file: CaseFile, today: Temporal.PlainDate) => boolean;
};

const isBefore = ({ case: { status } }: CaseFile) => status === 'PREPARING' || status === 'INVITED';
/** On paper only the pack has neutral ones, to fill in by hand: none says when, and none leads to a guardian. */
const hasTime = (file: CaseFile) => isBefore(file) && !isPaperOnly(file) && currentMeeting(file)?.startAt != null;

/**
 * The plan that is printed: a version that was asked for, else what is being written (also after a meeting that was
 * broken off, until that follow-up is left), else what is in force.
 */
export function planToPrint(file: CaseFile, version: string | null = null): Plan | undefined {
  const newest = currentPlan(file);
  if (version !== null) return file.plans.find((one) => String(one.version) === version);
  const isWriting = newest?.lockedAt === null && file.case.status !== 'PLAN_ACTIVE';
  return isWriting ? newest : lockedPlan(file);
}

/** What a link to a paper remembers: what the family reads, and which version of the plan (null: the newest). */
type AskedPaper = { language: Language; version: string | null };
export const aboutPaper = ({ language, version }: AskedPaper): string => `${language}|${version ?? ''}`;

export function askedIn(about: string | null): AskedPaper {
  const [said, version] = about?.split('|') ?? [];
  return { language: LANGUAGES.find((language) => language === said) ?? 'sv', version: version || null };
}

/** Papers that are made of what stands in a plan. */
const PLAN_PAPERS: readonly DocumentName[] = ['plan', 'plan-family', 'plan-parties', 'plan-file', 'adult-care'];
export const isPlanPaper = (name: DocumentName): boolean => PLAN_PAPERS.includes(name);

/** It says when they meet again, who was there and what each does: on paper only, nobody is handed one from here. */
function hasPlan(file: CaseFile, today: Temporal.PlainDate): boolean {
  const plan = planToPrint(file);
  if (!plan || !goesOn(file) || isPaperOnly(file)) return false;
  // What was being written rests on the consent that the meeting had.
  return plan.lockedAt !== null || file.case.status === 'MEETING' || liveConsents(file, today) !== null;
}

/** Where no unit but the convening one may have anything of it there is no such paper. */
function isForParties(file: CaseFile, today: Temporal.PlainDate): boolean {
  const plan = planToPrint(file);
  return plan !== undefined && hasPlan(file, today) && planReceivers(file, plan, today).length > 0;
}

/** Written where the child is told of the version in force. */
const hasChildPage = (file: CaseFile, today: Temporal.PlainDate): boolean =>
  planToldOf({ file, today })?.childPage != null;

/** Whoever is soon of age, or is, may go on to adult care with what they say yes to. */
const mayGoToAdultCare = (file: CaseFile): boolean =>
  hasPlanInForce(file) && !isPaperOnly(file) && (file.case.ageBand === 'A15_17' || file.case.ageBand === 'A18_20');

/** A meeting is ahead, or going on: somebody may have to lead it, and write, without the program. */
const isToBeHeld = (file: CaseFile) => isBefore(file) || file.case.status === 'MEETING';

/** Also where all of it was taken back and the case has stopped. */
export const hasReceipt = (file: CaseFile): boolean =>
  file.case.status !== 'CLOSED' && !isPaperOnly(file) && lastWithdrawal(file) !== undefined;

const OFFERS: readonly Offer[] = [
  { name: 'paper-pack', group: 'TALKS', applies: (file) => isPaperOnly(file) && goesOn(file) },
  { name: 'print-pack', group: 'TALKS', applies: (file) => isBefore(file) && !isPaperOnly(file) },
  {
    name: 'guardian-questions',
    group: 'TALKS',
    applies: (file, today) => isBefore(file) && !isPaperOnly(file) && !isYouth(file.case, today),
  },
  { name: 'child-questions', group: 'TALKS', applies: isBefore },
  { name: 'information', group: 'TALKS', applies: goesOn },
  { name: 'consent-form', group: 'CONSENT', applies: goesOn },
  { name: 'child-consent', group: 'CONSENT', applies: (file, today) => goesOn(file) && mayOwnSign(file.case, today) },
  // Nothing is made out to a guardian on paper only.
  {
    name: 'consent-given',
    group: 'CONSENT',
    applies: (file, today) => goesOn(file) && !isPaperOnly(file) && ownConsents(file, today).length > 0,
  },
  { name: 'withdrawal-receipt', group: 'CONSENT', applies: hasReceipt },
  { name: 'code-slip', group: 'CONSENT', applies: goesOn },
  { name: 'family-invitation', group: 'MEETING', applies: hasTime },
  { name: 'child-invitation', group: 'MEETING', applies: (file, today) => hasTime(file) && !isYouth(file.case, today) },
  { name: 'plan', group: 'PLAN', applies: hasPlan },
  { name: 'plan-family', group: 'PLAN', applies: hasPlan },
  { name: 'plan-parties', group: 'PLAN', applies: isForParties },
  { name: 'plan-file', group: 'PLAN', applies: hasPlan },
  { name: 'child-page', group: 'PLAN', applies: hasChildPage },
  { name: 'adult-care', group: 'PLAN', applies: mayGoToAdultCare },
  { name: 'plan-blank', group: 'PLAN', applies: isToBeHeld },
  { name: 'chair-script', group: 'PLAN', applies: isToBeHeld },
  // No party is called on paper either without a live consent.
  {
    name: 'party-summons',
    group: 'MEETING',
    applies: (file, today) => hasTime(file) && liveConsents(file, today) !== null,
  },
];

/**
 * On one's paper may stand that the others of the family are invited, or whom to ask about it: not where somebody is
 * protected, prevented or placed, so that it leads nobody to anybody.
 */
export const mayNameFamily = ({ case: row }: CaseFile, today: Temporal.PlainDate): boolean =>
  !isYouth(row, today) && row.safety === 'OPEN' && row.placement === 'NO' && row.excusedGuardian === null;

/** What is still to be done comes first in the pack: the talks, or the form that all that were talked with sign. */
export const packBeginsWith = (file: CaseFile, today: Temporal.PlainDate): 'TALKS' | 'CONSENT' =>
  isChildHeard(file, isYouth(file.case, today)) &&
  guardiansOf(file.case, today).every((guardian) => isGuardianHeard(file, guardian))
    ? 'CONSENT'
    : 'TALKS';

export const offersOf = (file: CaseFile, today: Temporal.PlainDate): OfferedDocument[] =>
  OFFERS.filter(({ applies }) => applies(file, today)).map(({ name }) => name);

/**
 * A link may be older than what it opens: the case may have ended since, or be on paper only. A draft of a deviation has
 * a page of its own.
 */
export function whyNotOffered(
  name: DocumentName,
  { file, today }: Pick<Moment, 'file' | 'today'>,
): 'case-ended' | 'not-offered' | null {
  const isOffered = name === 'deviation' ? goesOn(file) : offersOf(file, today).some((one) => one === name);
  if (isOffered) return null;
  return goesOn(file) ? 'not-offered' : 'case-ended';
}

/**
 * A card holds so many buttons: while a meeting is prepared, the plan that it follows up is one, with all its papers.
 */
const OWN_BUTTON_LATER: readonly OfferedDocument[] = ['plan-family', 'plan-parties', 'plan-file'];

/** The plan comes first from the meeting on; until then it comes last. */
export function offersByGroup(
  file: CaseFile,
  today: Temporal.PlainDate,
): { group: PaperGroup; names: OfferedDocument[] }[] {
  const [plan, ...before] = PAPER_GROUPS;
  const groups = isBefore(file) ? [...before, plan] : PAPER_GROUPS;
  const offered = OFFERS.filter(
    ({ name, applies }) => applies(file, today) && !(isBefore(file) && OWN_BUTTON_LATER.includes(name)),
  );
  return groups
    .map((group) => ({ group, names: offered.filter((one) => one.group === group).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
}
