/** Who is handed a plan besides the family and the unit whose file it is, and how much of it. */
import type { Temporal } from 'temporal-polyfill';
import { seesOwnMeasures } from './access.ts';
import { consentedUnits, hasScope } from './consent.ts';
import { measuresOf, participantsOf } from './current.ts';
import { joinedLate } from './joined-late.ts';
import { isPromised } from './measures.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import type { PlanRecipient } from './rows/plan-recipient.ts';

/** `whole`: with the scope of copies; without it a unit has its own measures and the next meeting. */
export type PlanReceiver = { unitId: string; whole: boolean };

/**
 * Units that were called, units that have promised something, the one that holds the plan together, and those that came
 * in with a later consent. One that the consent does not name any more gets nothing, nor does anybody where a young
 * person has come of age and not said yes.
 */
export function planReceivers(file: CaseFile, plan: Plan, today: Temporal.PlainDate): PlanReceiver[] {
  const meeting = file.meetings.find(({ id }) => id === plan.meetingId);
  const promised = measuresOf(file, plan).filter(isPromised);
  const called = [...participantsOf(file, meeting), ...promised].map(({ unitId }) => unitId);
  const owner = plan.ownerUnitId ? [plan.ownerUnitId] : [];
  const units = new Set([...called, ...owner, ...joinedLate(file, plan, today)]);
  return [...units]
    .filter((unitId) => unitId !== file.case.unitId && seesOwnMeasures(file, unitId, today))
    .map((unitId) => ({ unitId, whole: mayHaveWhole(file, unitId, today) }));
}

/** The consent of that day lets the unit have a copy of all of it. */
export const mayHaveWhole = (file: CaseFile, unitId: string, today: Temporal.PlainDate): boolean =>
  hasScope(file, 'PLAN_COPY', today) && consentedUnits(file, today).has(unitId);

/** Each with what it has been handed of this version; undefined: nothing yet. */
export const recipientsOf = (
  file: CaseFile,
  plan: Plan,
  today: Temporal.PlainDate,
): (PlanReceiver & { handed: PlanRecipient | undefined })[] =>
  planReceivers(file, plan, today).map((receiver) => ({ ...receiver, handed: handedTo(file, plan, receiver.unitId) }));

const isUnits = ({ to, givenOn }: PlanRecipient): boolean => to === 'UNIT' && givenOn !== null;

const handedTo = (file: CaseFile, plan: Plan, unitId: string): PlanRecipient | undefined =>
  file.planRecipients.find((row) => isUnits(row) && row.planId === plan.id && row.unitId === unitId);

/** The versions that a unit has been handed, the newest first. */
export const handedVersions = (file: CaseFile, unitId: string): { plan: Plan; row: PlanRecipient }[] =>
  file.plans
    .filter(({ lockedAt }) => lockedAt !== null)
    .sort((a, b) => b.version - a.version)
    .flatMap((plan) => {
      const row = handedTo(file, plan, unitId);
      return row ? [{ plan, row }] : [];
    });
