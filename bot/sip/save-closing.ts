import { z } from 'zod';
import { choice, day } from '../../cards/inputs.ts';
import { closing } from '../../cards/sip/closing.ts';
import { PLAN_PRINCIPALS } from '../../domain/codes.ts';
import { isOnOrBefore } from '../../domain/days.ts';
import { personOf } from '../../domain/in-register.ts';
import { doubtAbout, isTimeOfOtherDay, onDay } from '../../domain/next-meeting.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { isInTime, tellsChild } from '../../domain/tell-child.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

export type ClosingForm = z.output<ReturnType<typeof closing.form>>;

/** What stands in the fields of the page, or the sentences at those that are wrong. */
export function readClosing({ form, file, today }: CaseContext<ClosingForm>): Partial<Plan> | { faults: Outcome } {
  const { followUpOn, childTellerRole, childTellByOn } = form;
  const faults = {
    ...(followUpOn && isOnOrBefore(followUpOn, today) ? { followUpOn: 'error.followUpAhead' as const } : {}),
    ...(childTellByOn && !isInTime(file, childTellByOn) ? { childTellByOn: 'error.tellBy' as const } : {}),
  };
  if (Object.keys(faults).length > 0) return { faults: invalid(faults) };
  const next = onDay(openPlan(file), followUpOn);
  return tellsChild(file) ? { ...next, childTellerRole, childTellByOn } : next;
}

/** What is said once about another day than before, before the plan is locked; pressed again, it is meant. */
export function askedAboutDay(file: CaseFile, { followUpOn }: Partial<Plan>): Outcome | null {
  const plan = openPlan(file);
  const isSaid = followUpOn == null || plan.followUpOn?.equals(followUpOn) === true;
  if (isSaid) return null;
  if (isTimeOfOtherDay(plan, followUpOn)) return { code: 'doubtful', notice: { key: 'closing.timeGone' } };
  return doubtAbout(file, followUpOn) ? { code: 'doubtful', notice: { key: 'closing.pressAgain' } } : null;
}

/** "Tillbaka": what is filled in stays. */
export const leaveClosing = caseStep({
  during: ['MEETING'],
  inputsOn: 'closing',
  form: () => closing.form(),
  run(context): Outcome {
    const set = readClosing(context);
    if ('faults' in set) return set.faults;
    return { code: 'ok', changes: [{ in: 'plan', id: openPlan(context.file).id, set }], page: 'readback' };
  },
});

/** "Tid och plats": for the day that is chosen. */
export const openNextTime = caseStep({
  during: ['MEETING'],
  inputsOn: 'closing',
  form: () => closing.form(),
  run(context): Outcome {
    const set = readClosing(context);
    if ('faults' in set) return set.faults;
    if (!set.followUpOn) return invalid({ followUpOn: 'error.noFollowUp' });
    return { code: 'ok', changes: [{ in: 'plan', id: openPlan(context.file).id, set }], page: 'nextTime' };
  },
});

/** "Nästa" of the page as it was when it also asked who answers for the plan, and that by a person. */
export const saveOldClosing = caseStep({
  during: ['MEETING'],
  inputsOn: 'closing',
  form: (context) =>
    z.object({
      principal: choice(PLAN_PRINCIPALS),
      ownerPersonId: choice(responsiblePeople(context).map(({ id }) => id)),
      followUpOn: day(),
    }),
  run({ form: { principal, ownerPersonId, followUpOn }, file, register, today }): Outcome {
    if (followUpOn && isOnOrBefore(followUpOn, today)) return invalid({ followUpOn: 'error.followUpAhead' });
    const ownerUnitId = personOf(register, ownerPersonId)?.unitId ?? null;
    const set = { principal, ownerUnitId, ownerPersonId: null, ...onDay(openPlan(file), followUpOn) };
    return { code: 'ok', changes: [{ in: 'plan', id: openPlan(file).id, set }], page: 'readback' };
  },
});
