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
import { planReceivers } from './plan-parties.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Consent, Withdrawal } from './rows/consent.ts';

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
 * The units that have the plan in force: what the consents let be handed out when it was locked, as it says itself, and
 * whoever was handed the whole since. What anybody took back has no part in it: a copy stays, and nobody reads another's
 * answer here.
 */
export function unitsWithPlan(file: CaseFile): string[] {
  const plan = lockedPlan(file);
  const at = plan?.lockedAt;
  if (!at) return [];
  const then = { ...consentsThen(file, at), case: { ...file.case, status: 'PLAN_ACTIVE' as const } };
  const copies = planReceivers(then, plan, dayOf(at)).filter(({ whole }) => whole);
  const handed = file.planRecipients.filter(({ planId, whole, givenOn }) => planId === plan.id && whole && givenOn);
  return [...new Set([file.case.unitId, ...[...copies, ...handed].flatMap(({ unitId }) => unitId ?? [])])];
}
