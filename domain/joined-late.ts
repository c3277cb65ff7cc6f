/**
 * A unit that comes in with a later consent: it was not there when the plan was made, and is told where everybody is.
 * What it is told stands as on the day it was handed the plan, like all of a copy.
 */
import type { Temporal } from 'temporal-polyfill';
import { SIGNERS, type Signer } from './codes.ts';
import { consentedUnits, isStruckOut, latestConsent, requiredSigners } from './consent.ts';
import { consentsThen } from './consents-then.ts';
import { currentMeeting, lockedPlan, measuresOf, participantsOf } from './current.ts';
import { dayOf, instantOf, MIDNIGHT } from './days.ts';
import { asStoodAt, isPromised } from './measures.ts';
import type { Moment } from './moment.ts';
import { type Promises, promisesOf } from './promises.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import type { PlanRecipient } from './rows/plan-recipient.ts';

/**
 * A form that the plan was made by did not name it. Where nobody who must sign by now had signed then (a board does
 * since, or somebody is of age), it was made by the others' forms.
 */
export function hasJoinedLate(file: CaseFile, { lockedAt }: Plan, unitId: string): boolean {
  if (lockedAt === null) return false;
  const [then, on] = [consentsThen(file, lockedAt), dayOf(lockedAt)];
  const formOf = (signer: Signer) => latestConsent(then, signer, on);
  if (requiredSigners(file.case, on).some(formOf)) return isStruckOut(then, unitId, [on]);
  return SIGNERS.some((signer) => formOf(signer)?.parties.includes(unitId) === false);
}

/** Everybody whom the consents name now and did not then. */
export const joinedLate = (file: CaseFile, plan: Plan, today: Temporal.PlainDate): string[] =>
  [...consentedUnits(file, today)].filter((unitId) => hasJoinedLate(file, plan, unitId));

/** The consents name a unit that they did not name then: nobody has chosen who is called there. */
export function hasNewcomer({ file, today }: Moment): boolean {
  const plan = lockedPlan(file);
  const called = participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId);
  return plan !== undefined && joinedLate(file, plan, today).some((unitId) => !called.includes(unitId));
}

export type WhereWeAre = {
  /** How the promises stood that day; null: none to count, or not for this unit to know. */
  promises: Promises | null;
  on: Temporal.PlainDate;
  /** Something of it is the unit's own already. */
  hasMeasures: boolean;
  /** Who holds the plan together, for a unit that has the whole. */
  owner: { unitId: string; personId: string | null } | null;
};

type Copy = { plan: Plan; row: Pick<PlanRecipient, 'givenOn'>; unitId: string; whole: boolean };

/** Null for a unit that was in it from the beginning. */
export function whereWeAre(file: CaseFile, { plan, row, unitId, whole }: Copy): WhereWeAre | null {
  const on = row.givenOn;
  if (!on || !hasJoinedLate(file, plan, unitId)) return null;
  return {
    on,
    promises: whole ? promisesOf(asStoodAt(file, endOf(on)), plan, on) : null,
    hasMeasures: measuresOf(file, plan).some((one) => isPromised(one) && one.unitId === unitId),
    owner: whole && plan.ownerUnitId ? { unitId: plan.ownerUnitId, personId: plan.ownerPersonId } : null,
  };
}

const endOf = (on: Temporal.PlainDate): Temporal.Instant => instantOf(on.add({ days: 1 }), MIDNIGHT);
