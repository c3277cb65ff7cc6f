import { goals } from '../../cards/sip/goals.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, goalsOf, needsOf } from '../../domain/current.ts';
import { editingOf, shownRows } from '../../domain/plan-rows.ts';
import type { Goal } from '../../domain/rows/plan.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';
import { sayNumbered, sayRow, sayRowButtons } from './say-plan-row.ts';

export const goalsPage = definePage(goals, (view) => {
  const file = caseOf(view);
  const { language, posting } = view;
  const plan = currentPlan(file);
  const [needs, all] = [needsOf(file, plan), goalsOf(file, plan)];
  const { rows, hasMore } = shownRows(posting.page, all);
  const editing = editingOf(posting.page, all);
  const changed = 'row' in editing ? editing.row : null;
  const about = ({ needId, term, own }: Goal): string =>
    [
      needs.flatMap(({ id, ordinal }) => (id === needId ? [sayNumbered(view, 'need', ordinal)] : [])),
      own ? say(language, 'goal.own') : [],
      term ? say(language, `term.${term}`) : [],
    ]
      .flat()
      .join(' · ');
  return {
    data: {
      ...sayPart(view, 3),
      next: changed
        ? say(language, 'row.changing', { what: sayNumbered(view, 'goal', changed.ordinal).toLowerCase() })
        : say(language, 'meet.goals'),
      rows: rows.map((goal) => ({
        text: goal.text,
        about: about(goal),
        ...sayRowButtons(view, 'goal', goal),
      })),
      hasMore,
      isChanging: changed !== null,
      needs: needs.length > 1 ? needs.map((need) => sayRow(view, 'need', need)) : [],
      needChoices: needs.map(({ id, ordinal }) => ({ title: sayNumbered(view, 'need', ordinal), value: id })),
    },
    values: {
      goal: changed?.text ?? '',
      // The first need without a goal: what one would write next.
      need: (changed ? changed.needId : needs.find(({ id }) => !all.some(({ needId }) => needId === id))?.id) ?? '',
      term: changed?.term ?? 'FOLLOW_UP',
      own: changed?.own ?? false,
    },
  };
});
