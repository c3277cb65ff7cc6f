/**
 * Before a follow-up each guardian and the child are talked with once more, shortly: what is better, what is not, who
 * shall come (barnkonventionen 12). Stored as the talk of the next round. It is asked for two weeks before, and stops
 * the opening of the meeting and nothing else: its kallelse is out long before.
 */

import type { Temporal } from 'temporal-polyfill';
import { CHILD_TALK_OUTCOMES, type ChildTalkOutcome, GUARDIAN_ANEW_OUTCOMES, type TalkPartner } from './codes.ts';
import { consentedUnits, isExcused, isYouth } from './consent.ts';
import { currentMeeting, hasPlanInForce, isFollowUp, lockedPlan, participantsOf } from './current.ts';
import { approachable, isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import type { OpenPage } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Talk } from './rows/talk.ts';
import { faultSinceLock } from './since-lock.ts';
import { isException, roundOf, talkWith } from './talks.ts';

export const ANEW_PAGES = { GUARDIAN_1: 'anew1', GUARDIAN_2: 'anew2', CHILD: 'anewChild' } as const satisfies Record<
  TalkPartner,
  OpenPage
>;

/** Their pages can be filled in from the lock of a plan until the meeting that follows it up is opened. */
export const mayTalkAnew = (file: CaseFile): boolean =>
  hasPlanInForce(file) && file.case.status !== 'MEETING' && !isPaperOnly(file);

/** As it most often has gone; it counts with its day only. */
export const OUTCOME_PRESET = 'DONE' satisfies ChildTalkOutcome;

/** How it can have gone. Nobody of age can be planned for without having been talked with. */
export function outcomesAnew(partner: TalkPartner, youth: boolean): readonly ChildTalkOutcome[] {
  if (partner !== 'CHILD') return GUARDIAN_ANEW_OUTCOMES;
  return CHILD_TALK_OUTCOMES.filter((outcome) => !youth || !outcome.startsWith('EXCEPTION'));
}

/** With whom: a guardian whom a manager has decided not to wait for is not one of them. */
export const partnersAnew = ({ file, today }: Moment): TalkPartner[] => [
  ...approachable(file, today).filter((guardian) => !isExcused(file.case, guardian)),
  'CHILD',
];

/** The talk of this round; what was said before an earlier plan is none. */
export function talkAnewWith(file: CaseFile, partner: TalkPartner): Talk | undefined {
  const talk = talkWith(file, partner);
  return talk?.round === roundOf(file) ? talk : undefined;
}

/** What is wrong with its day: what is better and what is not is asked of the plan, so it is held after its lock. */
export function faultOfDay(file: CaseFile, on: Temporal.PlainDate, today: Temporal.PlainDate) {
  const plan = lockedPlan(file);
  return plan ? faultSinceLock(plan, on, today) : null;
}

/** Held, or declined, on a day that it can have been; or why it could not be held, as for the first talk. */
function isTalkedAnew({ file, today }: Moment, partner: TalkPartner): boolean {
  const talk = talkAnewWith(file, partner);
  if (!talk?.outcome) return false;
  const youth = partner === 'CHILD' && isYouth(file.case, today);
  if (talk.outcome.startsWith('EXCEPTION')) return isException(talk.outcome, youth);
  return talk.heldOn !== null && faultOfDay(file, talk.heldOn, today) === null;
}

/** With whom it is left to talk. */
export const talksLeft = (moment: Moment): TalkPartner[] =>
  hasPlanInForce(moment.file) ? partnersAnew(moment).filter((partner) => !isTalkedAnew(moment, partner)) : [];

/**
 * Whom one thinks of first for the next time: who was called, then whom the consent names, then who is wished for
 * already. Everybody else is asked for apart: the list would be long on a telephone.
 */
export const unitsNextTime = ({ file, today }: Moment, partner: TalkPartner): string[] => [
  ...new Set([
    ...participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId),
    ...consentedUnits(file, today),
    ...(talkWith(file, partner)?.wants ?? []),
  ]),
];

/** The gate of opening a follow-up; a first meeting has none. */
export const missingBeforeOpening = (moment: Moment): TalkPartner[] =>
  isFollowUp(moment.file) ? talksLeft(moment) : [];

/** The child's, for the meeting, with its yes. */
export function childAnewToShow(file: CaseFile): Pick<Talk, 'better' | 'notBetter'> | null {
  const talk = talkAnewWith(file, 'CHILD');
  return talk?.wordsMayBeShown && (talk.better || talk.notBetter) ? talk : null;
}
