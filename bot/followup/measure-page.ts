import { measure } from '../../cards/followup/measure.ts';
import { measureOpen } from '../../cards/followup/measure-open.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayDue, sayMeasureState, sayUnitKind } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { seesOwnMeasures, worksIn } from '../../domain/access.ts';
import { hasScope } from '../../domain/consent.ts';
import { lockedPlan } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isOngoing } from '../../domain/measures.ts';
import { mayHaveWhole } from '../../domain/plan-parties.ts';
import { type PlanReader, planFor } from '../../domain/plan-readers.ts';
import type { Measure } from '../../domain/rows/plan.ts';
import { caseOf, definePage, type View } from '../act.ts';

function measureOf(view: View): Measure {
  const measure = caseOf(view).measures.find((one) => one.id === view.posting.measureId);
  if (!measure) throw new Error('the card belongs to a measure');
  return measure;
}

function neutral(view: View) {
  const measure = measureOf(view);
  const { language, register } = view;
  const file = caseOf(view);
  // A later version of the plan went on without it.
  const isLeft = isOngoing(measure) && measure.planId !== lockedPlan(file)?.id;
  const isStopped = isLeft || !seesOwnMeasures(file, measure.unitId, view.today);
  // What the units let each other know between the meetings: nothing of it without the consent to that.
  const isQuiet = !isStopped && !hasScope(file, 'BETWEEN_MEETINGS', view.today);
  const done = !isOngoing(measure) || isStopped || isQuiet;
  return {
    title: say(language, 'measure.title', { n: measure.ordinal, code: file.case.code }),
    next: say(
      language,
      isStopped ? 'measure.stopped' : isQuiet ? 'measure.quiet' : done ? 'measure.doneNext' : 'measure.next',
    ),
    unitKind: sayUnitKind(language, register, measure.unitId),
    due: sayDue(language, measure, lockedPlan(file)),
    state: isQuiet
      ? say(language, 'measureState.quiet')
      : measure.doneAt
        ? say(language, 'measure.doneOn', { day: sayDay(language, dayOf(measure.doneAt)) })
        : sayMeasureState(language, { file, today: view.today }, measure),
    done,
  };
}

/** For everybody in the channel: the kind of unit, the day and how it stands. */
export const measurePage = definePage(measure, (view) => ({ data: neutral(view) }));

/** The goal is told to whoever may read it: a unit's own part has none. */
function readerOf(view: View, { unitId }: Measure): PlanReader {
  const file = caseOf(view);
  if (view.viewer && worksIn(view.viewer, file)) return 'TEAM';
  return mayHaveWhole(file, unitId, view.today) ? 'UNIT_WHOLE' : 'UNIT_OWN';
}

/** For the one who pressed Visa and may see it. */
export const measureOpenPage = definePage(measureOpen, (view) => {
  const measure = measureOf(view);
  const { goals, measures } = planFor(readerOf(view, measure), measure.unitId, caseOf(view));
  const goalId = measures.find(({ id }) => id === measure.id)?.goalId;
  const goal = goals.find(({ id }) => id === goalId);
  return {
    data: {
      ...neutral(view),
      next: say(view.language, 'measure.onlyYou'),
      what: measure.what,
      goal: goal?.text ?? null,
    },
  };
});
