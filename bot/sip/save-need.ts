import { needs } from '../../cards/sip/needs.ts';
import { needsOf } from '../../domain/current.ts';
import { nextOrdinal } from '../../domain/plan-rows.ts';
import type { Need } from '../../domain/rows/plan.ts';
import { newNeed } from '../../domain/rows/plan.ts';
import { caseStep } from '../act.ts';
import { openPlan } from './open-plan.ts';
import { type LeadsTo, removeRow, saveRow } from './plan-row-steps.ts';

export const saveNeed = (to: LeadsTo, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'needs',
    adds: true,
    typed: ['need'],
    form: () => needs.form(),
    run(context) {
      const { file, form, newId } = context;
      const plan = openPlan(file);
      const rows = needsOf(file, plan);
      const { need: text } = form;
      return saveRow('needs', context, to, isAsked, {
        rows,
        isEmpty: !text,
        faults: text ? {} : { need: 'error.need' },
        // No room is asked for here: two may write the last one at the same time, and neither is lost.
        changes(row) {
          if (row) return [{ in: 'need', id: row.id, set: { text: text ?? '' } }];
          const need = newNeed({ id: newId(), planId: plan.id, ordinal: nextOrdinal(rows), text: text ?? '' });
          return [{ in: 'need', id: need.id, set: need }];
        },
      });
    },
  });

/** Goals that served it serve none from now on; the read-back says so. */
export const removeNeed = removeRow<Need>('needs', 'need', undefined, ({ file }, { id }) =>
  file.goals
    .filter(({ needId }) => needId === id)
    .map((goal) => ({ in: 'goal' as const, id: goal.id, set: { needId: null } })),
);
