/** A case's plan as it stands on paper. Units and roles; of the family only who was there, never who was not. */
import type { Temporal } from 'temporal-polyfill';
import { sayDayOfYear, sayDayShort } from '../../cards/texts/dates.ts';
import { sayPartner, sayUnit } from '../../cards/texts/labels.ts';
import { languageOf, say, type Voice } from '../../cards/texts/say.ts';
import type { PlanGoal, PlanMeasure, PlanPaper, PlanParty } from '../../documents/plan-paper.ts';
import { fill, textsFor } from '../../documents/texts/texts.ts';
import { whoWasThere } from '../../domain/attendees.ts';
import { consentEndsOn, isYouth } from '../../domain/consent.ts';
import { goalsOf, lockedPlan, measuresOf, needsOf, openPointsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import { isOngoing, isPromised, stateOf } from '../../domain/measures.ts';
import type { Moment } from '../../domain/moment.ts';
import { wordsInPlan } from '../../domain/own-words.ts';
import { newsOf } from '../../domain/plan-news.ts';
import { planReceivers } from '../../domain/plan-parties.ts';
import { type Goal, type Measure, type Plan, rootOf } from '../../domain/rows/plan.ts';

type PlanWords = ReturnType<typeof textsFor>['plan'];
/** What everything here is said from. */
type Source = Moment & { voice: Voice; words: PlanWords; plan: Plan };

export function planOf(moment: Moment, plan: Plan, voice: Voice): PlanPaper {
  const { file, register, today } = moment;
  const words = textsFor({ language: languageOf(voice), youth: isYouth(file.case, today) }).plan;
  const source: Source = { ...moment, voice, words, plan };
  const needs = needsOf(file, plan);
  const ends = consentEndsOn(file, today);
  return {
    version: plan.version,
    lockedOn: plan.lockedAt ? sayDayOfYear(voice, dayOf(plan.lockedAt)) : null,
    replaced: plan.lockedAt !== null && plan.id !== lockedPlan(file)?.id,
    // From now on none is locked without a need.
    older: plan.lockedAt !== null && needs.length === 0,
    news: newsLines(source),
    question: plan.question,
    ownWords: wordsInPlan(plan),
    works: plan.works,
    worksNot: plan.worksNot,
    needs: needs.map(({ text }) => text),
    goals: goalsWithMeasures(source),
    goingOn: byUnits(source)
      .filter(isOngoing)
      .map((measure) => onPaper(source, measure)),
    ourselves: byActor(source, ['CHILD', 'GUARDIAN']),
    others: byActor(source, ['RELATIVE', 'OTHER']),
    responsibility: responsibilityLine(source),
    openPoints: openPointsOf(file, plan).map(({ unitId, text, decideByOn }) => ({
      unit: sayUnit(register, unitId),
      text,
      by: decideByOn ? sayDayOfYear(voice, decideByOn) : null,
    })),
    crisisWhere: plan.crisisWhere,
    meetAgain: plan.followUpOn ? sayDayOfYear(voice, plan.followUpOn) : null,
    ...attendance(source),
    childTold: childTold(source),
    parties: partiesOf(source),
    copies: copiesOf(source),
    partCopies: partiesOf(source).flatMap(({ unit, whole }) => (whole ? [] : [unit])),
    ring: ringOf(source),
    caller: sayUnit(register, file.case.unitId),
    consentTo: ends ? sayDayOfYear(voice, ends) : null,
    signatures: register.settings.planSignatures,
  };
}

const NEWS = { NEW: 'newMeasure', NEW_DAY: 'newDay', DONE: 'done', DROPPED: 'dropped' } as const;
const newsLines = (source: Source): string[] =>
  newsOf(source.file, source.plan).map(({ is, measure }) =>
    fill(source.words[NEWS[is]], { what: measure.what, due: dayToDo(source, measure) }),
  );

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

/** What a unit that was not there has not said yes to is a question, whatever day was said: nothing of it goes on. */
function dueOf(source: Source, measure: Measure): string {
  const { file, today, words } = source;
  if (!isOngoing(measure)) return words.isDone;
  if (stateOf(file, measure, today) !== 'ASKED') return dayToDo(source, measure);
  return measure.dueOn ? `${dayToDo(source, measure)} (${words.asked})` : words.asked;
}

function moreOf({ file, plan, voice, words }: Source, { often, startOn, afterRootId, sign }: Measure): string {
  const after = measuresOf(file, plan).find((one) => rootOf(one) === afterRootId);
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
const byUnits = ({ file, plan }: Source): Measure[] => measuresOf(file, plan).filter(isPromised);

const byActor = ({ file, plan, voice, words }: Source, actors: readonly string[]): string[] =>
  measuresOf(file, plan).flatMap(({ actor, what }) =>
    actor && actors.includes(actor) ? [fill(words.actorDoes, { actor: say(voice, `actor.${actor}`), what })] : [],
  );

function goalsWithMeasures(source: Source): PlanGoal[] {
  const { file, plan, voice, words } = source;
  const measures = byUnits(source);
  const under = (goal: Goal | null) =>
    measures.filter(({ goalId }) => goalId === (goal?.id ?? null)).map((measure) => onPaper(source, measure));
  const goals = goalsOf(file, plan).map((goal) => ({
    text: goal.text,
    about: [goal.own && words.own, goal.term && say(voice, `term.${goal.term}`)].filter(Boolean).join(', '),
    measures: under(goal),
  }));
  const loose = under(null);
  return loose.length > 0 ? [...goals, { text: null, about: '', measures: loose }] : goals;
}

function responsibilityLine({ register, voice, words, plan }: Source): string | null {
  const { principal, responsibilityByOn } = plan;
  if (responsibilityByOn) return fill(words.undecided, { day: sayDayOfYear(voice, responsibilityByOn) });
  const unit = holderOf(plan, register);
  const lines = [
    principal && `${say(voice, `principal.${principal}`)}.`,
    unit && fill(words.holds, { unit: sayUnit(register, unit) }),
  ];
  return lines.filter(Boolean).join(' ') || null;
}

/** The unit that holds the plan together; of versions from before, the one of the person who did. */
const holderOf = ({ ownerUnitId, ownerPersonId }: Plan, register: Source['register']): string | null =>
  ownerUnitId ?? personOf(register, ownerPersonId)?.unitId ?? null;

function ringOf({ file, register, plan }: Source): PlanPaper['ring'] {
  const holder = plan.responsibilityByOn ? null : holderOf(plan, register);
  const unit = unitOf(register, holder ?? file.case.unitId);
  return { unit: unit?.name ?? '', phone: unit?.phone ?? null, holds: holder !== null };
}

function childTold({ voice, words, plan: { childTellerRole, childTellByOn } }: Source): string | null {
  if (!childTellerRole) return null;
  const who = words[`teller.${childTellerRole}`];
  return childTellByOn ? fill(words.toldBy, { who, day: sayDayOfYear(voice, childTellByOn) }) : who;
}

/** Those who were there, and units that were not. A guardian or a child that was not is never spoken of. */
function attendance(source: Source): Pick<PlanPaper, 'present' | 'absentUnits' | 'childPart'> {
  const { file, register, voice, words, plan } = source;
  const meeting = file.meetings.find(({ id }) => id === plan.meetingId);
  if (!meeting) return { present: [], absentUnits: [], childPart: null };
  const { child, guardians, relatives, interpreter, units, absentUnits } = whoWasThere(file, meeting);
  const isChildThere = child === 'WHOLE' || child === 'PART';
  return {
    present: [
      ...(isChildThere ? [words['attendee.CHILD']] : []),
      ...guardians.map((who) => sayPartner(voice, file.case, who)),
      ...Array.from({ length: relatives }, () => words['attendee.RELATIVE']),
      ...(interpreter ? [words['attendee.INTERPRETER']] : []),
      ...units.map((unit) => sayUnit(register, unit)),
    ],
    absentUnits: absentUnits.map((unit) => sayUnit(register, unit)),
    childPart: child && child !== 'NONE' ? say(voice, `participation.${child}`) : null,
  };
}

/** Each with its own measures, and the whole where it may have that. */
function partiesOf(source: Source): PlanParty[] {
  const { file, register, today, plan } = source;
  const measures = byUnits(source);
  return planReceivers(file, plan, today).map((receiver) => ({
    unit: sayUnit(register, receiver.unitId),
    whole: receiver.whole,
    measures: measures.filter(({ unitId }) => unitId === receiver.unitId).map((measure) => onPaper(source, measure)),
  }));
}

const copiesOf = (source: Source): string[] => [
  source.words.family,
  fill(source.words.onFile, { unit: sayUnit(source.register, source.file.case.unitId) }),
  ...partiesOf(source).flatMap(({ unit, whole }) => (whole ? [unit] : [])),
];
