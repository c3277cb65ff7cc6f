/** What is said of a copy of the plan before anybody has read it: codes, days and how much is new to its unit. */
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { sayWithPhone } from '../../cards/texts/say-phone.ts';
import { dayOf } from '../../domain/days.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { personOf } from '../../domain/in-register.ts';
import { hasJoinedLate } from '../../domain/joined-late.ts';
import { newsForUnit, ownPromises, type PlanCopy, readableCopy } from '../../domain/plan-copies.ts';
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

export const sayFiled = ({ language }: View, on: Temporal.PlainDate): string =>
  say(language, 'copy.isFiled', { day: sayDay(language, on) });

const NEWS = ['NEW', 'NEW_DAY', 'DONE', 'DROPPED'] as const;

/** "Två av era åtgärder har nytt datum." Of the first that they were handed, that it is there; once filed, that. */
export function sayNews(view: View, copy: PlanCopy): string {
  const { language } = view;
  const { filedOn } = copy.row;
  if (filedOn) return sayFiled(view, filedOn);
  const news = newsForUnit(caseOf(view), copy);
  if (!news) return say(language, hasJoinedLate(caseOf(view), copy.plan, copy.unitId) ? 'copy.joined' : 'copy.next');
  const said = NEWS.filter((is) => news[is] > 0).map((is) => say(language, `copy.news.${is}`, { n: news[is] }));
  return said.length > 0 ? said.join(' ') : say(language, 'copy.news.none');
}

/** "Två åtgärder är era, den första senast tisdag 3 mars." Null for whoever came in late: "Var vi är" says it. */
export function sayYours(view: View, copy: PlanCopy): string | null {
  const { language } = view;
  const file = caseOf(view);
  const { count, first } = ownPromises(file, copy);
  if (count === 0 && hasJoinedLate(file, copy.plan, copy.unitId)) return null;
  return say(language, 'copy.yours', { n: count, day: first ? sayDay(language, first) : 'NONE' });
}

/** Whom to ring about it, also once it may not be read any more. On paper only to whoever has pressed. */
export function sayHolder(view: View): string[] {
  const { language, register, viewer } = view;
  const file = caseOf(view);
  if (isPaperOnly(file) && !viewer) return [];
  const { unitId, convenerId: personId } = file.case;
  return [say(language, 'copy.holder', { who: sayWithPhone(language, register, { unitId, personId }) })];
}

/** How much of it, as of when. */
export function copyFacts({ language }: View, { plan, row, whole }: PlanCopy): string[] {
  const day = plan.lockedAt ? sayDay(language, dayOf(plan.lockedAt)) : '';
  return [
    say(language, whole ? 'copy.whole' : 'copy.own', { day }),
    ...(row.whole && !whole ? [say(language, 'copy.closed')] : []),
  ];
}
