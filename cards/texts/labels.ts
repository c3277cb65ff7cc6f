/** What people and units of a case are called on the cards: of a child or a guardian the role, never a name. */

import { placeLine } from '../../domain/calendar-place.ts';
import type { Topic } from '../../domain/codes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { howOf, isFromAfar } from '../../domain/from-afar.ts';
import { personOf, placeOf, unitOf } from '../../domain/in-register.ts';
import { isOngoing, isPromised, stateOf } from '../../domain/measures.ts';
import type { Moment } from '../../domain/moment.ts';
import { firstStartAt, movesOf, mustRebook } from '../../domain/moves.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { type Measure, type OpenPoint, type Plan, rootOf } from '../../domain/rows/plan.ts';
import type { Register } from '../../domain/rows/register.ts';
import { sayDay, sayDayShort } from './dates.ts';
import { say, type Voice } from './say.ts';

type Named = Pick<CaseRow, 'guardianOne' | 'guardianTwo'> & Partial<Pick<CaseRow, 'ageBand'>>;

/** "mamma", "pappa 2" where both are called the same; who signs for themselves is "barnet", and from 15 "den unge". */
export function sayPartner(language: Voice, row: Named, partner: string): string {
  if (partner === 'YOUTH' && (row.ageBand === 'A6_11' || row.ageBand === 'A12_14'))
    return say(language, 'signer.CHILD');
  if (partner === 'YOUTH' || partner === 'CHILD' || partner === 'SOCIAL_BOARD')
    return say(language, `signer.${partner}`);
  const kind = partner === 'GUARDIAN_1' ? row.guardianOne : row.guardianTwo;
  if (kind === null || kind === 'UNKNOWN' || kind === 'NONE')
    return say(language, partner === 'GUARDIAN_1' ? 'signer.GUARDIAN_1' : 'signer.GUARDIAN_2');
  const name = say(language, `guardian.${kind}.short`);
  return row.guardianOne === row.guardianTwo ? `${name} ${partner === 'GUARDIAN_1' ? 1 : 2}` : name;
}

/** For texts that choose their words themselves: an interpreter or support must be ordered anew, and a room. */
export function remindIn(file: CaseFile): 'yes' | 'no' | 'afar' | 'none' {
  const meeting = currentMeeting(file);
  if (meeting && howOf(meeting) === 'ONLINE') return mustRebook(file) ? 'afar' : 'none';
  return mustRebook(file) ? 'yes' : 'no';
}

type Placed = Pick<Meeting, 'placeId' | 'placeOral' | 'placeChanged' | 'how' | 'joinUrl'>;

/** "Stadshuset, rum Dalbo; Digitalt", "Platsen lämnas muntligt"; empty where none is chosen. */
export function sayPlace(language: Voice, register: Register, meeting: Placed): string {
  const { placeOral, placeChanged, placeId } = meeting;
  const room = placeChanged ? say(language, 'place.changed') : placeOf(register, placeId)?.name;
  const oral = howOf(meeting) === 'ONLINE' ? null : say(language, 'place.oral');
  return placeLine(placeOral ? oral : room, isFromAfar(meeting) ? say(language, 'how.afar') : null) ?? '';
}

/** "Ja", "Ja, ersättare", "Ersättare, inte kallad än": never why not. */
export function sayAnswer(language: Voice, { answer, standIn, callState }: Participant): string {
  if (callState !== null) return say(language, 'answer.standInNotCalled');
  const said = say(language, `answer.${answer}`);
  return standIn ? say(language, 'answer.withStandIn', { answer: said }) : said;
}

/** "Flyttat en gång. Först bestämt till tisdag 3 mars." */
export function sayMoves(language: Voice, file: CaseFile): string | null {
  const meeting = currentMeeting(file);
  const count = movesOf(file, meeting).length;
  const first = meeting && firstStartAt(file, meeting);
  return count > 0 && first ? say(language, 'move.history', { n: count, day: sayDay(language, dayOf(first)) }) : null;
}

/** What a unit is called, on every card in somebody's own chat: its name in the register, and nothing else. */
export const sayUnit = (register: Register, unitId: string): string => unitOf(register, unitId)?.name ?? unitId;

/** "BUP Dalsland, Elevhälsan": each once. */
export const sayUnits = (register: Register, unitIds: readonly string[]): string =>
  [...new Set(unitIds.map((id) => sayUnit(register, id)))].join(', ');

/** Where no unit is to be told: a measure's card in a channel, the draft of a deviation (what happened, not who). */
export const sayUnitKind = (language: Voice, register: Register, unitId: string): string => {
  const kind = unitOf(register, unitId)?.kind;
  return kind ? say(language, `unitKind.${kind}`) : unitId;
};

/** "BUP Dalsland · Eva Lind, psykolog", or the unit with its functional address. Staff only; for people in the case. */
export function sayRecipient(
  language: Voice,
  register: Register,
  row: Pick<Participant, 'unitId' | 'personId' | 'mail'>,
): string {
  const person = personOf(register, row.personId);
  const unit = unitOf(register, row.unitId);
  const who = person
    ? `${person.name}, ${person.role}`
    : row.mail === unit?.functionalMail
      ? say(language, 'recipient.functional')
      : row.mail;
  return `${sayUnit(register, row.unitId)} · ${who}`;
}

/** "BUP Dalsland · Eva Lind, psykolog": who answers for a measure or a plan. */
export const sayPerson = (register: Register, personId: string | null): string => {
  const person = personOf(register, personId);
  return person ? `${sayUnit(register, person.unitId)} · ${person.name}, ${person.role}` : '';
};

/** "Det ni får prata om: skola, hälsa": what everybody who must consent has said yes to. */
export const sayTopics = (language: Voice, topics: Iterable<Topic> | undefined): string | null => {
  const words = [...(topics ?? [])].map((topic) => say(language, `topic.${topic}`));
  return words.length > 0 ? say(language, 'consent.topics', { topics: words.join(', ') }) : null;
};

/**
 * Who does a measure: the unit, with its person where one is known or the day by which it says who; the family and
 * others by what they are. For people in the case.
 */
const sayDoer = (language: Voice, register: Register, { actor, unitId, personId, appointByOn }: Measure): string => {
  if (actor) return say(language, `actor.${actor}`);
  if (personId) return sayPerson(register, personId);
  const by = appointByOn && say(language, 'measure.appointBy', { day: sayDayShort(language, appointByOn) });
  return [sayUnit(register, unitId), by].filter(Boolean).join(' · ');
};

/** The same without a person. */
export const sayDoerUnit = (language: Voice, register: Register, { actor, unitId }: Measure): string =>
  actor ? say(language, `actor.${actor}`) : sayUnit(register, unitId);

/** "senast fredag 27 mars", or "löpande, följs upp torsdag 7 maj". What is the family's own has no day. */
export function sayDue(
  language: Voice,
  { dueOn, actor }: Measure,
  plan: Pick<Plan, 'followUpOn'> | undefined,
  sayIt = sayDay,
): string {
  if (actor && !dueOn) return say(language, 'measure.ownTime');
  if (dueOn) return say(language, 'measure.due', { day: sayIt(language, dueOn) });
  return plan?.followUpOn
    ? say(language, 'measure.continuous', { day: sayIt(language, plan.followUpOn) })
    : say(language, 'measure.continuousOpen');
}

/** "Pågår", "Fråga ställd". What others do is their own: it is only ever said that it is done. */
export function sayMeasureState(
  language: Voice,
  { file, today }: Pick<Moment, 'file' | 'today'>,
  measure: Measure,
): string {
  return isOngoing(measure) && !isPromised(measure)
    ? ''
    : say(language, `measureState.${stateOf(file, measure, today)}`);
}

/** What stands of when it is done, beside its last day: never a typed word. */
const sayOrder = (language: Voice, file: CaseFile, { startOn, afterRootId, planId }: Measure): string[] => {
  const after = file.measures.find((one) => one.planId === planId && rootOf(one) === afterRootId);
  return [
    ...(startOn ? [say(language, 'measure.starts', { day: sayDayShort(language, startOn) })] : []),
    ...(after ? [say(language, 'measure.after', { n: after.ordinal })] : []),
  ];
};

type Saying = { language: Voice } & Pick<Moment, 'file' | 'register' | 'today'>;

/** A measure as people in the case read it. Only `what`, `often` and `sign` were typed. */
export function sayMeasure({ language, register, ...moment }: Saying, plan: Plan | undefined, measure: Measure) {
  const who = sayDoer(language, register, measure);
  const due = sayDue(language, measure, plan, sayDayShort);
  const state = sayMeasureState(language, moment, measure);
  const order = sayOrder(language, moment.file, measure);
  const isPlain = stateOf(moment.file, measure, moment.today) === 'ONGOING';
  const when = [...order, due].join(' · ');
  /** That it goes on need not be said. */
  const stands = isOngoing(measure) ? [when, ...(isPlain || !state ? [] : [state])].join(' · ') : state;
  return {
    n: measure.ordinal,
    what: measure.what,
    who,
    /** With what it waits for. */
    when,
    state,
    stands,
    about: `${who} · ${stands}`,
  };
}

/** A plan's measures as people in the case read them. */
export const sayMeasures = (saying: Saying, plan: Plan | undefined, measures: readonly Measure[]) =>
  measures.map((measure) => sayMeasure(saying, plan, measure));

/** Which unit holds it together; of versions from before which person. */
export const sayOwner = (register: Register, plan: Plan | undefined): string | null =>
  plan?.ownerPersonId
    ? sayPerson(register, plan.ownerPersonId)
    : plan?.ownerUnitId
      ? sayUnit(register, plan.ownerUnitId)
      : null;

/** "Elevhälsan · svar senast fre 13 mars": who answers for what is not settled. */
export const sayOpenPoint = (language: Voice, register: Register, { unitId, decideByOn }: OpenPoint): string =>
  [
    sayUnit(register, unitId),
    ...(decideByOn ? [say(language, 'openPoint.by', { day: sayDayShort(language, decideByOn) })] : []),
  ].join(' · ');
