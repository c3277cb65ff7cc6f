import { needs } from '../../cards/sip/needs.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, needsOf } from '../../domain/current.ts';
import { NEEDS_AT_MOST } from '../../domain/plan.ts';
import { editingOf, shownRows } from '../../domain/plan-rows.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';
import { sayNumbered, sayRowButtons } from './say-plan-row.ts';

export const needsPage = definePage(needs, (view) => {
  const file = caseOf(view);
  const all = needsOf(file, currentPlan(file));
  const { rows, hasMore } = shownRows(view.posting.page, all);
  const editing = editingOf(view.posting.page, all);
  const changed = 'row' in editing ? editing.row : null;
  const mayAdd = changed !== null || all.length < NEEDS_AT_MOST;
  return {
    data: {
      ...sayPart(view, 3),
      next: changed
        ? say(view.language, 'row.changing', { what: sayNumbered(view, 'need', changed.ordinal).toLowerCase() })
        : say(view.language, mayAdd ? 'meet.needs' : 'meet.needsFull'),
      rows: rows.map((need) => ({ text: need.text, about: '', ...sayRowButtons(view, 'need', need) })),
      hasMore,
      isChanging: changed !== null,
      mayAdd,
    },
    values: { need: changed?.text ?? '' },
  };
});
