import { openPoints } from '../../cards/sip/open-points.ts';
import { sayOpenPoint } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, openPointsOf } from '../../domain/current.ts';
import { editingOf, shownRows } from '../../domain/plan-rows.ts';
import { responsibleUnits } from '../../domain/responsible.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';
import { sayNumbered, sayRowButtons } from './say-plan-row.ts';

export const openPointsPage = definePage(openPoints, (view) => {
  const file = caseOf(view);
  const { language, register, posting } = view;
  const all = openPointsOf(file, currentPlan(file));
  const { rows, hasMore } = shownRows(posting.page, all);
  const editing = editingOf(posting.page, all);
  const changed = 'row' in editing ? editing.row : null;
  return {
    data: {
      ...sayPart(view, 4),
      next: changed
        ? say(language, 'row.changing', { what: sayNumbered(view, 'openPoint', changed.ordinal).toLowerCase() })
        : say(language, 'meet.openPoints'),
      rows: rows.map((point) => ({
        text: point.text,
        about: sayOpenPoint(language, register, point),
        ...sayRowButtons(view, 'openPoint', point),
      })),
      hasMore,
      isChanging: changed !== null,
      unitChoices: responsibleUnits({ ...view, file }).map(({ id, name }) => ({ title: name, value: id })),
    },
    values: {
      unit: changed?.unitId ?? '',
      point: changed?.text ?? '',
      decideByOn: changed?.decideByOn?.toString() ?? '',
    },
  };
});
