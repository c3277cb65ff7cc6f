/**
 * Before a follow-up it is asked whether the consent still holds (routine: it is limited in time). The answer is kept
 * with its day and extends nothing: for a longer one there is a new form. A newer form makes an older answer void.
 */
import type { Temporal } from 'temporal-polyfill';
import type { ConsentAnswer, Signer } from './codes.ts';
import { consentEndsOn, coveredTo, latestConsent, liveConsents, maySign, requiredSigners } from './consent.ts';
import { lockedPlan } from './current.ts';
import { isAfter, isOnOrBefore, order } from './days.ts';
import { isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import { followUpDay } from './next-day.ts';
import { isFollowUpNear, reminderDays } from './reminders.ts';
import type { CaseFile, Change } from './rows/case-file.ts';

export type ConsentBefore = {
  /** The day of the follow-up. */
  on: Temporal.PlainDate;
  /** The last day that everybody's consent covers; null where somebody's is missing. */
  ends: Temporal.PlainDate | null;
  /** Everybody who must has a consent that covers that day. */
  reaches: boolean;
  /** What was answered, and still is so. */
  answer: ConsentAnswer | null;
};

function answerNow(file: CaseFile, reaches: boolean): ConsentAnswer | null {
  const { consentAnswer, consentAnsweredAt } = lockedPlan(file) ?? {};
  if (!consentAnswer || !consentAnsweredAt) return null;
  const isVoid = file.consents.some(({ recordedAt }) => recordedAt !== null && isAfter(recordedAt, consentAnsweredAt));
  return isVoid || (consentAnswer === 'STANDS' && !reaches) ? null : consentAnswer;
}

/** Null where no plan is to be followed up, or the case is on paper only. */
export function consentBefore({ file }: Pick<Moment, 'file'>): ConsentBefore | null {
  const on = followUpDay(file);
  if (!on || isPaperOnly(file)) return null;
  const reaches = liveConsents(file, on) !== null;
  return { on, ends: consentEndsOn(file, on), reaches, answer: answerNow(file, reaches) };
}

/** Kept with the plan in force; nowhere where nothing is followed up. */
export function consentAnswered(file: CaseFile, consentAnswer: ConsentAnswer, at: Temporal.Instant): Change[] {
  const plan = lockedPlan(file);
  return plan ? [{ in: 'plan', id: plan.id, set: { consentAnswer, consentAnsweredAt: at } }] : [];
}

/** Everybody has signed since it is asked for. */
function areSignedAnew(file: CaseFile, { on, reaches }: ConsentBefore): boolean {
  const from = reminderDays(on)[0] ?? on;
  const isNew = (signer: Signer) => {
    const signedOn = latestConsent(file, signer, on)?.signedOn;
    return signedOn != null && isOnOrBefore(from, signedOn);
  };
  return reaches && requiredSigners(file.case, on).every(isNew);
}

/** Asked on the case's card; while the next kallelse is prepared, its guide says how the forms stand. */
export function asksAboutConsent({ file, today }: Pick<Moment, 'file' | 'today'>): boolean {
  const { status } = file.case;
  const before = status === 'PLAN_ACTIVE' || status === 'INVITED' ? consentBefore({ file }) : null;
  return before !== null && before.answer === null && isFollowUpNear(before.on, today) && !areSignedAnew(file, before);
}

/** Whose new form it is: of those who must sign, the one whose consent ends first. */
export function signerToRenew(file: CaseFile, today: Temporal.PlainDate): Signer | undefined {
  const signers = requiredSigners(file.case, followUpDay(file) ?? today).filter((one) =>
    maySign(file.case, one, today),
  );
  const ends = (signer: Signer) => coveredTo(file, signer, today);
  return signers.sort((a, b) => {
    const [first, second] = [ends(a), ends(b)];
    return first && second ? order(first, second) : Number(first !== null) - Number(second !== null);
  })[0];
}
