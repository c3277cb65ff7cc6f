/** What is to be done, as it stands on a plan's paper: what is new, the goals with what units do, and what others do. */
import type { Temporal } from 'temporal-polyfill';
import { sayDayOfYear, sayDayShort } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import type { PlanGoal, PlanMeasure } from '../../documents/plan-paper.ts';
import { fill } from '../../documents/texts/texts.ts';
import { goalsOf, measuresOf } from '../../domain/current.ts';
import { personOf } from '../../domain/in-register.ts';
import { isOngoing, isPromised, stateOf } from '../../domain/measures.ts';
import { newsOf } from '../../domain/plan-news.ts';
import { type Goal, type Measure, rootOf } from '../../domain/rows/plan.ts';
import type { Source } from './plan-source.ts';

const NEWS = { NEW: 'newMeasure', NEW_DAY: 'newDay', DONE: 'done', DROPPED: 'dropped' } as const;

export function newsLines(source: Source): string[] {
  const { read, register, plan, had, words } = source;
  const plans = read.plans.filter(({ id }) => id === plan.id || had.some((one) => one.id === id));
  return newsOf({ ...read, plans }, plan).map(({ is, measure }) => {
    const said = is === 'NEW' && isAsked(source, measure) ? 'newQuestion' : NEWS[is];
    const unit = sayUnit(register, measure.unitId);
    return fill(words[said], { what: measure.what, due: dayToDo(source, measure), unit });
  });
}

/** What a unit that was not there has not said yes to is a question: nobody has promised it, and nothing of it goes on. */
const isAsked = ({ read, today }: Source, measure: Measure): boolean => stateOf(read, measure, today) === 'ASKED';

/** "fre 17 apr 2026" */
const sayShort = (voice: Voice, day: Temporal.PlainDate): string => `${sayDayShort(voice, day)} ${day.year}`;

/** "BUP Dalsland, psykolog", or by when the unit says who. */
function whoOf({ register, voice, words }: Source, { unitId, personId, appointByOn }: Measure): string {
  const unit = sayUnit(register, unitId);
  const role = personOf(register, personId)?.role;
  if (role) return `${unit}, ${role}`;
  return appointByOn ? `${unit}, ${fill(words.appoint, { day: sayShort(voice, appointByOn) })}` : unit;
}

const dayToDo = ({ voice, words }: Source, { dueOn }: Measure): string =>
  dueOn ? sayShort(voice, dueOn) : words.ongoing;

/** Also of a question the day that was said. */
function dueOf(source: Source, measure: Measure): string {
  const { words, readerId } = source;
  if (!isOngoing(measure)) return words.isDone;
  if (!isAsked(source, measure)) return dayToDo(source, measure);
  const asked = measure.unitId === readerId ? words.askedYou : words.asked;
  return measure.dueOn ? `${dayToDo(source, measure)} (${asked})` : asked;
}

function moreOf({ read, plan, voice, words }: Source, { often, startOn, afterRootId, sign }: Measure): string {
  const after = measuresOf(read, plan).find((one) => rootOf(one) === afterRootId);
  return [
    often && fill(words.often, { often }),
    startOn && fill(words.starts, { day: sayDayOfYear(voice, startOn) }),
    after && fill(words.after, { n: String(after.ordinal) }),
    sign && fill(words.sign, { sign }),
  ]
    .filter(Boolean)
    .join('. ');
}

const onPaper = (source: Source, measure: Measure): PlanMeasure => ({
  n: measure.ordinal,
  what: measure.what,
  who: whoOf(source, measure),
  due: dueOf(source, measure),
  more: moreOf(source, measure),
});

/** What units do; what the family and others do has no days and stands by itself. */
const byUnits = ({ read, plan }: Source): Measure[] => measuresOf(read, plan).filter(isPromised);

export const byActor = ({ read, plan, voice, words }: Source, actors: readonly string[]): string[] =>
  measuresOf(read, plan).flatMap(({ actor, what }) =>
    actor && actors.includes(actor) ? [fill(words.actorDoes, { actor: say(voice, `actor.${actor}`), what })] : [],
  );

export function goalsWithMeasures(source: Source): PlanGoal[] {
  const { read, plan, voice, words } = source;
  const measures = byUnits(source);
  const under = (goal: Goal | null) =>
    measures.filter(({ goalId }) => goalId === (goal?.id ?? null)).map((measure) => onPaper(source, measure));
  const goals = goalsOf(read, plan).map((goal) => ({
    text: goal.text,
    about: [goal.own && words.own, goal.term && say(voice, `term.${goal.term}`)].filter(Boolean).join(', '),
    measures: under(goal),
  }));
  const loose = under(null);
  return loose.length > 0 ? [...goals, { text: null, about: '', measures: loose }] : goals;
}

/** What units have said yes to and go on with, whatever goal it belongs to. */
export const goingOn = (source: Source): PlanMeasure[] =>
  byUnits(source)
    .filter((measure) => isOngoing(measure) && !isAsked(source, measure))
    .map((measure) => onPaper(source, measure));
