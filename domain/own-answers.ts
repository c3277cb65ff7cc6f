/**
 * Papers with somebody's own answers: what each has said yes to, and what somebody took back. Each is for the one who
 * gave the answer and tells nothing of another's.
 */
import type { Temporal } from 'temporal-polyfill';
import { GOES_ON } from './codes.ts';
import { guardiansOf, latestConsent } from './consent.ts';
import { consentsThen } from './consents-then.ts';
import { lockedPlan } from './current.ts';
import { dayOf, isAfter, isOnOrBefore, order } from './days.ts';
import { type PlanReceiver, planReceivers } from './plan-parties.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Consent, Withdrawal } from './rows/consent.ts';
import type { Plan } from './rows/plan.ts';

/** What of each one's consent counts, or is to come, after what was taken back. A board reads its own resolution. */
export const ownConsents = (file: CaseFile, today: Temporal.PlainDate): Consent[] =>
  [...guardiansOf(file.case, today), 'YOUTH' as const]
    .flatMap((signer) => latestConsent(file, signer, today) ?? [])
    .filter(({ validToOn }) => validToOn !== null && isOnOrBefore(today, validToOn));

/** The newest that nothing new was signed after: of those before, the receipt was given then. */
export const lastWithdrawal = ({ withdrawals, consents }: CaseFile): Withdrawal | undefined =>
  withdrawals
    .filter(({ givenBy }) => givenBy !== 'SOCIAL_BOARD')
    .filter((back) => !consents.some((one) => one.givenBy === back.givenBy && isSignedAfter(one, back)))
    .sort((a, b) => order(b.recordedAt, a.recordedAt))[0];

const isSignedAfter = (consent: Consent, { recordedAt }: Withdrawal): boolean =>
  consent.recordedAt !== null && isAfter(consent.recordedAt, recordedAt);

/** What it did to a meeting that was to be: off, or without the unit; null: there was none, or it is as it was. */
export function meetingAfter(
  { case: { status }, meetings }: CaseFile,
  back: Withdrawal,
): 'CANCELLED' | 'WITHOUT' | null {
  const [meeting] = meetings.filter(({ startAt }) => startAt).sort((a, b) => (a.id < b.id ? 1 : -1));
  if (!meeting?.startAt || !isAfter(meeting.startAt, back.recordedAt)) return null;
  if (meeting.status === 'CANCELLED') return 'CANCELLED';
  return back.unitId && GOES_ON.includes(status) ? 'WITHOUT' : null;
}

/**
 * The units that have the plan in force: the own one, and those that were handed all of it. `isKnown` false: nobody has
 * handed it out from here, and it is what the consents let be handed out when it was locked, as the plan itself says.
 * What anybody took back has no part in it: a copy stays, and nobody reads another's answer here.
 */
export function unitsWithPlan(file: CaseFile): { isKnown: boolean; unitIds: string[] } {
  const plan = lockedPlan(file);
  if (!plan) return { isKnown: true, unitIds: [] };
  const handed = file.planRecipients.filter((row) => row.to === 'UNIT' && row.planId === plan.id && row.givenOn);
  const isKnown = handed.length > 0;
  const units = (isKnown ? handed : receiversThen(file, plan)).filter(({ whole }) => whole);
  return { isKnown, unitIds: [...new Set([file.case.unitId, ...units.flatMap(({ unitId }) => unitId ?? [])])] };
}

function receiversThen(file: CaseFile, plan: Plan): PlanReceiver[] {
  if (!plan.lockedAt) return [];
  const then = { ...consentsThen(file, plan.lockedAt), case: { ...file.case, status: 'PLAN_ACTIVE' as const } };
  return planReceivers(then, plan, dayOf(plan.lockedAt));
}
