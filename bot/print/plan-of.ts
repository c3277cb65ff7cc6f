/** A case's plan as it stands on paper. Units and roles; of the family only who was there, never who was not. */
import type { Temporal } from 'temporal-polyfill';
import { sayDayOfYear, sayDayShort } from '../../cards/texts/dates.ts';
import { sayPartner, sayUnit } from '../../cards/texts/labels.ts';
import { sayNextMeeting } from '../../cards/texts/next-meeting.ts';
import { languageOf, say, type Voice } from '../../cards/texts/say.ts';
import type { PlanGoal, PlanMeasure, PlanPaper, PlanParty, ToldPlan } from '../../documents/plan-paper.ts';
import { fill, textsFor } from '../../documents/texts/texts.ts';
import { whoWasThere } from '../../domain/attendees.ts';
import { consentEndsOn, isYouth } from '../../domain/consent.ts';
import { goalsOf, lockedPlan, measuresOf, needsOf, openPointsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import { hasJoinedLate } from '../../domain/joined-late.ts';
import { isOngoing, isPromised, stateOf } from '../../domain/measures.ts';
import type { Moment } from '../../domain/moment.ts';
import { newsOf } from '../../domain/plan-news.ts';
import { handedVersions, planReceivers } from '../../domain/plan-parties.ts';
import { type PlanReader, planFor } from '../../domain/plan-readers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { type Goal, type Measure, type Plan, rootOf } from '../../domain/rows/plan.ts';
import type { PlanFile } from '../../domain/rows/plan-file.ts';

type PlanWords = ReturnType<typeof textsFor>['plan'];
/** What everything here is said from: the case, and what this paper's reader may read of the plan (`plan-readers.ts`). */
type Source = Moment & {
  voice: Voice;
  words: PlanWords;
  plan: Plan;
  read: PlanFile;
  /** Versions before, that the reader has had: what is new is new since them. */
  had: readonly Plan[];
  /** Of a unit's own paper: whose. */
  readerId: string | null;
};

export function planOf(moment: Moment, plan: Plan, voice: Voice): PlanPaper {
  const words = textsFor({ language: languageOf(voice), youth: isYouth(moment.file.case, moment.today) }).plan;
  const had = moment.file.plans;
  const source: Source = { ...moment, voice, words, had, readerId: null, ...readAs('HOME', null, moment.file, plan) };
  return { ...toldTo(source), parties: partiesOf(source) };
}

function readAs(reader: PlanReader, unitId: string | null, file: CaseFile, plan: Plan): Pick<Source, 'plan' | 'read'> {
  const read = planFor(reader, unitId, file);
  return { read, plan: read.plans.find(({ id }) => id === plan.id) ?? plan };
}

/** What its reader may read of it, in words. */
function toldTo(source: Source): ToldPlan {
  const { file, register, today, voice, plan, read } = source;
  const needs = needsOf(read, plan);
  const ends = consentEndsOn(file, today);
  return {
    version: plan.version,
    lockedOn: plan.lockedAt ? sayDayOfYear(voice, dayOf(plan.lockedAt)) : null,
    replaced: plan.lockedAt !== null && plan.id !== lockedPlan(file)?.id,
    // From now on none is locked without a need.
    older: plan.lockedAt !== null && needs.length === 0,
    news: newsLines(source),
    question: plan.question,
    ownWords: plan.childGoal,
    works: plan.works,
    worksNot: plan.worksNot,
    needs: needs.map(({ text }) => text),
    goals: goalsWithMeasures(source),
    goingOn: byUnits(source)
      .filter((measure) => isOngoing(measure) && !isAsked(source, measure))
      .map((measure) => onPaper(source, measure)),
    ourselves: byActor(source, ['CHILD', 'GUARDIAN']),
    others: byActor(source, ['RELATIVE', 'OTHER']),
    responsibility: responsibilityLine(source),
    openPoints: openPointsOf(read, plan).map(({ unitId, text, decideByOn }) => ({
      unit: sayUnit(register, unitId),
      text,
      by: decideByOn ? sayDayOfYear(voice, decideByOn) : null,
    })),
    crisisWhere: plan.crisisWhere,
    meetAgain: sayNextMeeting(voice, source, plan, { onPaper: true }),
    timeComes: plan.followUpAt === null,
    ...attendance(source),
    childTold: childTold(source),
    copies: copiesOf(source),
    partCopies: unitsWith(source, false),
    ring: ringOf(source),
    caller: sayUnit(register, file.case.unitId),
    consentTo: ends ? sayDayOfYear(voice, ends) : null,
    signatures: register.settings.planSignatures,
  };
}

const NEWS = { NEW: 'newMeasure', NEW_DAY: 'newDay', DONE: 'done', DROPPED: 'dropped' } as const;
function newsLines(source: Source): string[] {
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

const byActor = ({ read, plan, voice, words }: Source, actors: readonly string[]): string[] =>
  measuresOf(read, plan).flatMap(({ actor, what }) =>
    actor && actors.includes(actor) ? [fill(words.actorDoes, { actor: say(voice, `actor.${actor}`), what })] : [],
  );

function goalsWithMeasures(source: Source): PlanGoal[] {
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

function responsibilityLine({ register, voice, words, plan }: Source): string | null {
  const { principal, responsibilityByOn } = plan;
  if (responsibilityByOn) return fill(words.undecided, { day: sayDayOfYear(voice, responsibilityByOn) });
  const unit = holderOf(plan, register);
  const lines = [
    principal && fill(words.principalHas, { who: say(voice, `principal.${principal}`) }),
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

/**
 * Each is made of what that unit may read: the whole, or its own part. Nothing of a version that it was not handed whole,
 * and not who else is handed one: which unit has been taken out is nobody else's.
 */
const partiesOf = (source: Source): PlanParty[] =>
  planReceivers(source.file, source.plan, source.today).map(({ unitId, whole }) => {
    const reader = whole ? 'UNIT_WHOLE' : 'UNIT_OWN';
    const had = handedVersions(source.file, unitId).flatMap(({ plan, row }) => (row.whole ? [plan] : []));
    const told = toldTo({ ...source, had, readerId: unitId, ...readAs(reader, unitId, source.file, source.plan) });
    return {
      unit: sayUnit(source.register, unitId),
      whole,
      joinedLate: hasJoinedLate(source.file, source.plan, unitId),
      plan: { ...told, copies: [], partCopies: [] },
    };
  });

/** Who has the whole, or only its own part. */
const unitsWith = ({ file, register, plan, today }: Source, whole: boolean): string[] =>
  planReceivers(file, plan, today).flatMap((one) => (one.whole === whole ? [sayUnit(register, one.unitId)] : []));

const copiesOf = (source: Source): string[] => [
  source.words.family,
  fill(source.words.onFile, { unit: sayUnit(source.register, source.file.case.unitId) }),
  ...unitsWith(source, true),
];
