import { sayDay } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { sayWithPhone } from '../../cards/texts/say-phone.ts';
import { sayPromises } from '../../cards/texts/say-promises.ts';
import { whereWeAre } from '../../domain/joined-late.ts';
import type { PlanCopy } from '../../domain/plan-copies.ts';
import { caseOf, type View } from '../act.ts';

/** "Var vi är", for a unit that came in late: how far it has come, what is theirs, and who holds it together. Else nothing. */
export function sayWhereWeAre(view: View, copy: PlanCopy): string[] {
  const { language, register } = view;
  const where = whereWeAre(caseOf(view), copy);
  if (!where) return [];
  const { on, promises, hasMeasures, owner } = where;
  const { followUpOn } = copy.plan;
  const stands = sayPromises(language, promises);
  return [
    ...(stands ? [say(language, 'where.stands', { promises: stands, day: sayDay(language, on) })] : []),
    ...(hasMeasures ? [] : [say(language, 'where.nothingYet')]),
    ...(followUpOn ? [say(language, 'where.meet', { day: sayDay(language, followUpOn) })] : []),
    ...(owner ? [say(language, 'where.owner', { who: sayWithPhone(language, register, owner) })] : []),
  ];
}
