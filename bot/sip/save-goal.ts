import { goals } from '../../cards/sip/goals.ts';
import { currentPlan, goalsOf, measuresOf, needsOf } from '../../domain/current.ts';
import { nextOrdinal } from '../../domain/plan-rows.ts';
import { measuresToReview } from '../../domain/review.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type Goal, newGoal } from '../../domain/rows/plan.ts';
import { caseStep } from '../act.ts';
import { openPlan } from './open-plan.ts';
import { type LeadsTo, removeRow, saveRow } from './plan-row-steps.ts';

export const saveGoal = (to: LeadsTo, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'goals',
    adds: true,
    typed: ['goal'],
    form: ({ file }) => goals.form(needsOf(file, currentPlan(file)).map(({ id }) => id)),
    run(context) {
      const { file, form, newId } = context;
      const plan = openPlan(file);
      const rows = goalsOf(file, plan);
      const needs = needsOf(file, plan);
      const set = {
        text: form.goal ?? '',
        needId: form.need ?? (needs.length === 1 ? (needs[0]?.id ?? null) : null),
        term: form.term ?? 'FOLLOW_UP',
        own: form.own,
      };
      // At a follow-up the measures there are come before new ones.
      const next = to === 'measures' && measuresToReview(file).length > 0 ? 'review' : to;
      return saveRow('goals', context, next, isAsked, {
        rows,
        isEmpty: !form.goal,
        faults: form.goal ? {} : { goal: 'error.goal' },
        changes(row): Change[] {
          if (row) return [{ in: 'goal', id: row.id, set }];
          const goal = newGoal({ id: newId(), planId: plan.id, ordinal: nextOrdinal(rows), ...set });
          return [{ in: 'goal', id: goal.id, set: goal }];
        },
      });
    },
  });

/** A goal that a measure serves stays until the measure is gone. */
export const removeGoal = removeRow<Goal>('goals', 'goal', ({ file }, { id }, plan) =>
  measuresOf(file, plan).some(({ goalId }) => goalId === id) ? { key: 'err.goalInUse' } : undefined,
);
