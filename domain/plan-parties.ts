/** Who is handed a plan besides the family and the unit whose file it is, and how much of it. */
import type { Temporal } from 'temporal-polyfill';
import { seesOwnMeasures } from './access.ts';
import { consentedUnits, hasScope } from './consent.ts';
import { measuresOf, participantsOf } from './current.ts';
import { isPromised } from './measures.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';

/** `whole`: with the scope of copies; without it a unit has its own measures and the next meeting. */
export type PlanReceiver = { unitId: string; whole: boolean };

/**
 * Units that were called and units that have promised something. One that the consent does not name any more gets
 * nothing, nor does anybody where a young person has come of age and not said yes.
 */
export function planReceivers(file: CaseFile, plan: Plan, today: Temporal.PlainDate): PlanReceiver[] {
  const meeting = file.meetings.find(({ id }) => id === plan.meetingId);
  const promised = measuresOf(file, plan).filter(isPromised);
  const units = new Set([...participantsOf(file, meeting), ...promised].map(({ unitId }) => unitId));
  const copies = hasScope(file, 'PLAN_COPY', today);
  const covered = consentedUnits(file, today);
  return [...units]
    .filter((unitId) => unitId !== file.case.unitId && seesOwnMeasures(file, unitId, today))
    .map((unitId) => ({ unitId, whole: copies && covered.has(unitId) }));
}
