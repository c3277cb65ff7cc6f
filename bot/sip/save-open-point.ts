import { openPoints } from '../../cards/sip/open-points.ts';
import { openPointsOf } from '../../domain/current.ts';
import { isBefore } from '../../domain/days.ts';
import { nextOrdinal } from '../../domain/plan-rows.ts';
import { responsibleUnits } from '../../domain/responsible.ts';
import { newOpenPoint, type OpenPoint } from '../../domain/rows/plan.ts';
import { caseStep } from '../act.ts';
import { openPlan } from './open-plan.ts';
import { type LeadsTo, removeRow, saveRow } from './plan-row-steps.ts';

export const saveOpenPoint = (to: LeadsTo, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'openPoints',
    adds: true,
    typed: ['point'],
    form: (context) => openPoints.form(responsibleUnits(context).map(({ id }) => id)),
    run(context) {
      const { file, form, newId, today } = context;
      const plan = openPlan(file);
      const rows = openPointsOf(file, plan);
      const { point: text, unit: unitId, decideByOn } = form;
      return saveRow('openPoints', context, to, isAsked, {
        rows,
        // A unit and a day alone say nothing yet.
        isEmpty: !text,
        faults: {
          ...(text ? {} : { point: 'error.openPoint' as const }),
          ...(unitId ? {} : { unit: 'error.openPointUnit' as const }),
          ...(decideByOn && isBefore(decideByOn, today) ? { decideByOn: 'error.dayAhead' as const } : {}),
        },
        changes(row) {
          const set = { text: text ?? '', unitId: unitId ?? '', decideByOn };
          if (row) return [{ in: 'openPoint', id: row.id, set }];
          const point = newOpenPoint({ id: newId(), planId: plan.id, ordinal: nextOrdinal(rows), ...set });
          return [{ in: 'openPoint', id: point.id, set: point }];
        },
      });
    },
  });

export const removeOpenPoint = removeRow<OpenPoint>('openPoints', 'openPoint');
