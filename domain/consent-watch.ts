/**
 * What is watched about time: consents that end and the 18th birthday. Everybody is told in good time, and on the day.
 */

import type { Temporal } from 'temporal-polyfill';
import { doesChildObject, isNoAnswered } from './child-answer.ts';
import {
  commonConsent,
  coveredTo,
  isOwnFormToAsk,
  latestConsent,
  liveConsents,
  mayBeOfAge,
  requiredSigners,
} from './consent.ts';
import { goesOn } from './current.ts';
import { daysBetween, earliest, instantOf, isOnOrBefore, latest, MIDNIGHT, MORNING } from './days.ts';
import type { Moment } from './moment.ts';
import type { NewDueItem } from './ports.ts';
import type { CaseRow } from './rows/case.ts';
import type { Consent } from './rows/consent.ts';
import { REMIND_DAYS } from './signature-step.ts';

/** Days before the end of a consent, and before the birthday, on which the card begins to say so. */
const WARN_DAYS = 14;
const BIRTHDAY_WARN_DAYS = [60, WARN_DAYS];

/** The days on which a consent's cards must be drawn anew. */
export function consentDueItems({ caseId, signedOn, validFromOn, validToOn }: Consent): NewDueItem[] {
  if (!validToOn) return [];
  const begins = validFromOn && !(signedOn && validFromOn.equals(signedOn)) ? [instantOf(validFromOn, MIDNIGHT)] : [];
  const at = [
    ...begins,
    instantOf(validToOn.subtract({ days: WARN_DAYS }), MORNING),
    instantOf(validToOn.add({ days: 1 }), MIDNIGHT),
  ];
  return at.map((dueAt) => ({ kind: 'consent.watch', caseId, subjectId: caseId, dueAt }));
}

/** The same for the birthday: its month begins, and is over. */
export function birthdayDueItems({ id, turns18On }: Pick<CaseRow, 'id' | 'turns18On'>): NewDueItem[] {
  if (!turns18On) return [];
  const at = [
    ...BIRTHDAY_WARN_DAYS.map((days) => instantOf(turns18On.subtract({ days }), MORNING)),
    instantOf(turns18On, MIDNIGHT),
    instantOf(turns18On.add({ months: 1 }), MIDNIGHT),
  ];
  return at.map((dueAt) => ({ kind: 'consent.watch', caseId: id, subjectId: id, dueAt }));
}

/** The day on which it is asked about a form that is out for signature. */
export const signatureDueItem = (caseId: string, sentOn: Temporal.PlainDate): NewDueItem => ({
  kind: 'consent.watch',
  caseId,
  subjectId: caseId,
  dueAt: instantOf(sentOn.add({ days: REMIND_DAYS }), MORNING),
});

const within = (day: Temporal.PlainDate | null, today: Temporal.PlainDate, days: number): boolean =>
  day !== null && isOnOrBefore(day, today.add({ days }));

/**
 * What the card says about it today; null = nothing. While it is prepared, a consent that was never there is the
 * guide's matter.
 */
export function consentWarning(moment: Moment) {
  const { file, today } = moment;
  const { status, turns18On } = file.case;
  if (!goesOn(file)) return null;
  const signers = requiredSigners(file.case, today);
  const ends = earliest(...signers.flatMap((signer) => coveredTo(file, signer, today) ?? [])) ?? null;
  const isShared = status !== 'PREPARING';
  const isUnsigned = signers.some((signer) => !latestConsent(file, signer, today));
  const hasOwn = latestConsent(file, 'YOUTH', today) !== undefined;
  const say = <K extends string>(key: K, on: Temporal.PlainDate | null = null, days = 0) => ({ key, on, days });
  if (isShared && mayBeOfAge(file.case, today) && turns18On && !hasOwn) return say('consent.isAdult');
  if (isShared && doesChildObject(moment) && !isNoAnswered(moment)) return say('consent.childNo');
  if (isShared && isUnsigned) return say('consent.missing');
  if (within(ends, today, -1)) return say('consent.ended', ends);
  if (isShared && liveConsents(file, today) === null) return say('consent.notBegun');
  if (isShared && commonConsent(file, [today]) === null) return say('consent.noTopics');
  if (turns18On && within(turns18On, today, BIRTHDAY_WARN_DAYS[0] ?? 0)) {
    if (!mayBeOfAge(file.case, today) && !hasOwn)
      return say('consent.turns18', turns18On, daysBetween(today, turns18On));
    if (isOwnFormToAsk(file, latest(today, turns18On))) return say('consent.askOwn', turns18On);
  }
  return within(ends, today, WARN_DAYS) ? say('consent.soon', ends) : null;
}
