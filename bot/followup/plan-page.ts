import { plan } from '../../cards/followup/plan.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayMeasures, sayPlan } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { goalsOf, lockedPlan, lockedVersions, measuresOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isOngoing } from '../../domain/measures.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { MEASURES_SHOWN, shownPlan } from '../../domain/shown-plan.ts';
import { caseOf, definePage, type View } from '../act.ts';

const sayVersion = ({ language }: View, { version, lockedAt }: Plan): string =>
  say(language, 'plan.version', { version, day: lockedAt ? sayDay(language, dayOf(lockedAt)) : '' });

/**
 * A locked version as the convener sees it. Only the one in force has measures to mark as done; older ones stand as
 * they were.
 */
export const planPage = definePage(plan, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const { plan, from } = shownPlan(view.posting.page, file);
  const measures = measuresOf(file, plan);
  const isInForce = plan?.id === lockedPlan(file)?.id;
  const ongoing = measures.filter(isOngoing);
  return {
    data: {
      title: say(language, 'plan.title', { code: file.case.code, version: plan?.version ?? 1 }),
      next: isInForce ? say(language, 'plan.next', { n: ongoing.length }) : say(language, 'plan.older'),
      ...sayPlan(language, register, plan, goalsOf(file, plan)),
      measures: sayMeasures(language, register, plan, measures).slice(from, from + MEASURES_SHOWN),
      canShowMore: measures.length > MEASURES_SHOWN,
      measureChoices: (isInForce ? ongoing : []).map(({ id, ordinal }) => ({
        title: say(language, 'measure.n', { n: ordinal }),
        value: id,
      })),
      versionChoices: lockedVersions(file).flatMap((version) => {
        const other = file.plans.find((one) => String(one.version) === version);
        return other && other.id !== plan?.id ? [{ title: sayVersion(view, other), value: version }] : [];
      }),
    },
    values: { measure: '', version: '' },
  };
});
