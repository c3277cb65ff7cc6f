/** What is said of a copy of the plan before anybody has read it: codes, days and how much is new to its unit. */
import { sayDay } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { dayOf } from '../../domain/days.ts';
import { personOf } from '../../domain/in-register.ts';
import { hasJoinedLate } from '../../domain/joined-late.ts';
import { newsForUnit, type PlanCopy, readableCopy } from '../../domain/plan-copies.ts';
import { caseOf, type View } from '../act.ts';

/** The copy of the one whose card it is; null where it may not be read any more. */
export function copyOn(view: View): PlanCopy | null {
  const person = personOf(view.register, view.posting.personId);
  return person ? readableCopy(person, caseOf(view), view.today) : null;
}

export const sayCopyTitle = (view: View, copy: PlanCopy | null): string => {
  const { code } = caseOf(view).case;
  return copy
    ? say(view.language, 'plan.title', { code, version: copy.plan.version })
    : say(view.language, 'copy.title', { code });
};

const NEWS = ['NEW', 'NEW_DAY', 'DONE', 'DROPPED'] as const;

/** "Två av era åtgärder har nytt datum." Of the first that they were handed, that it is there. */
export function sayNews(view: View, copy: PlanCopy): string {
  const { language } = view;
  const news = newsForUnit(caseOf(view), copy);
  if (!news) return say(language, hasJoinedLate(caseOf(view), copy.plan, copy.unitId) ? 'copy.joined' : 'copy.next');
  const said = NEWS.filter((is) => news[is] > 0).map((is) => say(language, `copy.news.${is}`, { n: news[is] }));
  return said.length > 0 ? said.join(' ') : say(language, 'copy.news.none');
}

/** How much of it, as of when, and whether it is in the unit's file. */
export function copyFacts({ language }: View, { plan, row, whole }: PlanCopy): string[] {
  const day = plan.lockedAt ? sayDay(language, dayOf(plan.lockedAt)) : '';
  return [
    say(language, whole ? 'copy.whole' : 'copy.own', { day }),
    ...(row.whole && !whole ? [say(language, 'copy.closed')] : []),
    ...(row.filedOn ? [say(language, 'copy.isFiled', { day: sayDay(language, row.filedOn) })] : []),
  ];
}
