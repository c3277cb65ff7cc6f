/** A case's plan as it stands on paper. Units and roles; of the family only who was there, never who was not. */
import { sayDayOfYear } from '../../cards/texts/dates.ts';
import { sayPartner, sayUnit } from '../../cards/texts/labels.ts';
import { sayNextMeeting } from '../../cards/texts/next-meeting.ts';
import { languageOf, say, type Voice } from '../../cards/texts/say.ts';
import type { PlanPaper, PlanParty, ToldPlan } from '../../documents/plan-paper.ts';
import { fill, textsFor } from '../../documents/texts/texts.ts';
import { whoWasThere } from '../../domain/attendees.ts';
import { consentEndsOn, isYouth } from '../../domain/consent.ts';
import { lockedPlan, needsOf, openPointsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import { hasJoinedLate } from '../../domain/joined-late.ts';
import type { Moment } from '../../domain/moment.ts';
import { handedVersions, planReceivers } from '../../domain/plan-parties.ts';
import { type PlanReader, planFor } from '../../domain/plan-readers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { byActor, goalsWithMeasures, goingOn, newsLines } from './measures-on-paper.ts';
import type { Source } from './plan-source.ts';

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
    goingOn: goingOn(source),
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
