import { plan } from '../../cards/followup/plan.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import type { PlanPartName } from '../../cards/texts/say-plan.ts';
import { lockedPlan, lockedVersions, measuresOf, needsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isOngoing } from '../../domain/measures.ts';
import { offersOf } from '../../domain/papers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { pageAt, pagesOf, sizeOfRow } from '../../domain/sheet.ts';
import { shownPlan } from '../../domain/shown-plan.ts';
import { promisesLeft } from '../../domain/while-plan-holds.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sheetRows } from './sheet-rows.ts';

const sayVersion = ({ language }: View, { version, lockedAt }: Plan): string =>
  say(language, 'plan.version', { version, day: lockedAt ? sayDay(language, dayOf(lockedAt)) : '' });

/**
 * A locked version as the convener sees it. Only the one in force has measures to mark as done; older ones stand as
 * they were.
 */
export const planPage = definePage(plan, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const { plan, part } = shownPlan(view.posting.page, file);
  const isInForce = plan?.id === lockedPlan(file)?.id;
  const ongoing = measuresOf(file, plan).filter(isOngoing);
  const pages = pagesOf(rowsOf(view, file, plan), sizeOfRow, PLAN_HOLDS);
  return {
    data: {
      title: say(language, 'plan.title', { code: file.case.code, version: plan?.version ?? 1 }),
      next: isInForce ? say(language, 'plan.next', { n: promisesLeft(file).ongoing }) : say(language, 'plan.older'),
      rows: pageAt(pages, part),
      canShowMore: pages.length > 1,
      canPrint: plan !== undefined && offersOf(file, view.today).includes('plan'),
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

/** Asked for since the needs are: in a version without them it does not stand. */
const ASKED_SINCE: readonly PlanPartName[] = ['needs', 'childTold'];

function rowsOf({ language, register, today }: View, file: CaseFile, plan: Plan | undefined) {
  // An older one stands as it stood.
  const lockedAt = plan?.id === lockedPlan(file)?.id ? null : plan?.lockedAt;
  const notAsked = needsOf(file, plan).length === 0 ? ASKED_SINCE : [];
  return sheetRows({ language, register, file, plan, today: lockedAt ? dayOf(lockedAt) : today, notAsked });
}

/** Less than where nothing is chosen from: 60 measures to mark as done are a list of their own. */
const PLAN_HOLDS = 6_500;
