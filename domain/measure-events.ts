/**
 * The history of the measures, from version to version: what became of a promise, by whom and when. It follows from
 * what stands in the plan in force before and after an act, whatever the act is called. So nobody can forget it, and
 * what is written and taken away again in the same meeting, before anything is locked, leaves no trace.
 */
import type { Temporal } from 'temporal-polyfill';
import type { MeasureEventKind } from './codes.ts';
import { lockedPlan, measuresOf } from './current.ts';
import { isOngoing, isPromised } from './measures.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import { type Measure, type MeasureEvent, rootOf } from './rows/plan.ts';

type Event = Pick<MeasureEvent, 'kind' | 'fromOn' | 'toOn'>;
type Day = Temporal.PlainDate | null;

const event = (kind: MeasureEventKind, fromOn: Day = null, toOn: Day = null): Event => ({ kind, fromOn, toOn });

/** What makes it another measure than before; which goal it stands under does not. */
const SAYS = ['what', 'unitId', 'actor', 'personId', 'appointByOn', 'startOn', 'often', 'sign', 'afterRootId'] as const;

const isSame = (a: unknown, b: unknown): boolean => String(a) === String(b);

/** What has become of a measure that was in force, or that is from now on. */
function eventsBetween(was: Measure | undefined, is: Measure | undefined): Event[] {
  if (!was) return is ? [event('CREATED', null, is.dueOn), ...(isOngoing(is) ? [] : [event('DONE')])] : [];
  // What was done is not carried on, and that drops nothing.
  if (!is) return isOngoing(was) ? [event('DROPPED')] : [];
  return [
    ...(SAYS.some((field) => !isSame(was[field], is[field])) ? [event('CHANGED')] : []),
    ...(isSame(was.dueOn, is.dueOn) ? [] : [event('NEW_DAY', was.dueOn, is.dueOn)]),
    ...(was.acceptedOn === null && is.acceptedOn !== null ? [event('ACCEPTED', null, is.acceptedOn)] : []),
    ...(isOngoing(was) && !isOngoing(is) ? [event('DONE')] : []),
  ];
}

type Changed = {
  before: CaseFile;
  after: CaseFile;
  now: Temporal.Instant;
  personId: string | null;
  newId: () => string;
};

export function measureEvents({ before, after, now, personId, newId }: Changed): Change[] {
  if (before.measures === after.measures && before.plans === after.plans) return [];
  // What the family does is nobody's promise, and has no history.
  const [was, is] = [before, after].map((file) => measuresOf(file, lockedPlan(file)).filter(isPromised)) as [
    Measure[],
    Measure[],
  ];
  const roots = new Set([...was, ...is].map(rootOf));
  return [...roots].flatMap((rootId) => {
    const find = (rows: readonly Measure[]) => rows.find((one) => rootOf(one) === rootId);
    return eventsBetween(find(was), find(is)).map((one): Change => {
      const id = newId();
      const row: MeasureEvent = { id, caseId: after.case.id, rootId, at: now, byPersonId: personId, ...one };
      return { in: 'measureEvent', id, set: row };
    });
  });
}
