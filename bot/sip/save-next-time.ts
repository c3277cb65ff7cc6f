/** Part 5: the time and the place of the next meeting. All of it can be left open; only the day is needed. */
import type { z } from 'zod';
import { OWN_TIME } from '../../cards/meeting/time.ts';
import { nextTime } from '../../cards/sip/next-time.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { instantOf } from '../../domain/days.ts';
import { USUAL_MINUTES } from '../../domain/days-to-search.ts';
import type { PageName } from '../../domain/names.ts';
import { atTime } from '../../domain/next-meeting.ts';
import { slotOf, spanOfSlot } from '../../domain/proposals.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { placesForNext, timesForNext } from './next-time-page.ts';
import { openPlan } from './open-plan.ts';

type Form = z.output<ReturnType<typeof nextTime.form>>;

/** A time that was found; or what they write themselves, on the day that is chosen. */
function spanIn({ form: { slot, clock, minutes }, file }: CaseContext<Form>) {
  if (slot && slot !== OWN_TIME) return spanOfSlot(slot);
  const day = openPlan(file).followUpOn;
  if (!clock || !day) return null;
  const startAt = instantOf(day, clock);
  return { startAt, endAt: startAt.add({ minutes: minutes ?? USUAL_MINUTES }) };
}

/** A time of their own, or the family's yes, and no time. */
function faultsIn(context: CaseContext<Form>): Record<string, TextKey> {
  const { slot, familyYes } = context.form;
  if (spanIn(context)) return {};
  return slot === OWN_TIME || familyYes ? { clock: 'error.clockMissing' } : {};
}

function kept(context: CaseContext<Form>): Change {
  const { form, file } = context;
  const place = form.place ? { followUpPlaceId: form.place } : {};
  return { in: 'plan', id: openPlan(file).id, set: { ...atTime(spanIn(context), form.familyYes), ...place } };
}

/** What is not whole is forgotten. */
const keptIfWhole = (context: CaseContext<Form>): Change[] =>
  Object.keys(faultsIn(context)).length > 0 ? [] : [kept(context)];

export const saveNextTime = (page: PageName) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'nextTime',
    form: (context) =>
      nextTime.form(
        [...timesForNext(context.file).map(slotOf), OWN_TIME],
        placesForNext(context).map(({ id }) => id),
      ),
    run(context): Outcome {
      const faults = faultsIn(context);
      if (Object.keys(faults).length > 0) return invalid(faults);
      return { code: 'ok', changes: [kept(context)], page };
    },
  });

/** "Tillbaka": a time that is whole stays, and nothing is asked for. */
export const leaveNextTime = caseStep({
  ...saveNextTime('closing'),
  run: (context): Outcome => ({ code: 'ok', changes: keptIfWhole(context), page: 'closing' }),
});

/**
 * "Hitta tider": the calendars that can be seen are looked at around the day that is chosen, which takes a call to them
 * and so comes later by itself.
 */
export const searchNextTime = caseStep({
  ...saveNextTime('nextTime-searching'),
  run(context): Outcome {
    const { file } = context;
    const meeting = currentMeeting(file);
    if (!meeting) return { code: 'expired', page: 'case' };
    return {
      code: 'ok',
      changes: [
        ...keptIfWhole(context),
        { in: 'meeting', id: meeting.id, set: { proposals: null, proposalsState: 'SEARCHING' } },
      ],
      effects: [{ kind: 'find-times', caseId: file.case.id, subjectId: meeting.id }],
      page: 'nextTime-searching',
    };
  },
});
