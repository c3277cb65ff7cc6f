import { measures } from '../../cards/sip/measures.ts';
import { sayMeasure } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { MEASURE_ACTORS } from '../../domain/codes.ts';
import { currentPlan, goalsOf } from '../../domain/current.ts';
import { isPromised } from '../../domain/measures.ts';
import { editingOf, shownRows } from '../../domain/plan-rows.ts';
import { responsibleUnits } from '../../domain/responsible.ts';
import type { Goal, Measure, Plan } from '../../domain/rows/plan.ts';
import { measuresByGoal, presetsOf } from '../../domain/write-measure.ts';
import { caseOf, definePage, type InputValues, type View } from '../act.ts';
import { sayPart } from './say-part.ts';
import { sayNumbered, sayRow, sayRowButtons } from './say-plan-row.ts';

export const measuresPage = definePage(measures, (view) => {
  const file = caseOf(view);
  const { language, posting } = view;
  const plan = currentPlan(file);
  const goals = goalsOf(file, plan);
  const all = measuresByGoal(file, plan);
  const { rows, hasMore } = shownRows(posting.page, all);
  const editing = editingOf(posting.page, all);
  const changed = 'row' in editing ? editing.row : null;
  const units = responsibleUnits({ ...view, file });
  return {
    data: {
      ...sayPart(view, 3),
      next: changed
        ? say(language, 'row.changing', { what: sayNumbered(view, 'measure', changed.ordinal).toLowerCase() })
        : say(language, 'sip.who'),
      rows: rows.map((measure, index) => ({
        ...(measure.goalId === rows[index - 1]?.goalId ? NO_GOAL : sayGoal(view, goals, measure)),
        text: measure.what,
        about: sayMeasure({ ...view, file }, plan, measure).about,
        ...sayRowButtons(view, 'measure', measure),
      })),
      hasMore,
      isChanging: changed !== null,
      whoChoices: [
        ...units.map(({ id, name }) => ({ title: name, value: id })),
        ...MEASURE_ACTORS.map((actor) => ({ title: say(language, `actor.${actor}`), value: actor })),
      ],
      goals: goals
        .filter(({ id }) => !all.some(({ goalId }) => goalId === id))
        .slice(0, NEXT_GOALS)
        .map((goal) => sayRow(view, 'goal', goal)),
      goalChoices:
        goals.length > 1
          ? goals.map(({ id, ordinal }) => ({ title: sayNumbered(view, 'goal', ordinal), value: id }))
          : [],
    },
    values: changed ? valuesOf(changed) : plan ? presetValues(view, plan) : EMPTY,
  };
});

/** More would push the fields down. */
const NEXT_GOALS = 3;

const NO_GOAL = { goalLabel: '', goal: '' };

/** Above the first measure of each goal: its own words. */
function sayGoal(view: View, goals: readonly Goal[], { goalId }: Measure) {
  const goal = goals.find(({ id }) => id === goalId);
  return goal
    ? { goalLabel: sayNumbered(view, 'goal', goal.ordinal), goal: goal.text }
    : { goalLabel: say(view.language, 'measure.noGoal'), goal: '' };
}

const EMPTY: InputValues = { what: '', who: '', dueOn: '', continuous: false, goal: '' };

const valuesOf = (measure: Measure): InputValues => ({
  what: measure.what,
  who: measure.actor ?? measure.unitId,
  dueOn: measure.dueOn?.toString() ?? '',
  continuous: isPromised(measure) && measure.dueOn === null,
  goal: measure.goalId ?? '',
});

/** What was said of the last one stands there for the next. */
function presetValues(view: View, plan: Plan): InputValues {
  const { unitId, dueOn, continuous, goalId } = presetsOf(caseOf(view), plan);
  return {
    what: '',
    who: unitId ?? '',
    dueOn: dueOn?.toString() ?? '',
    continuous,
    goal: goalId ?? '',
  };
}
