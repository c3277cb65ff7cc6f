/**
 * The plan is handed over: to each unit that may have it, once a version, in the chat of somebody there, on paper or by
 * secure post. What nobody has opened yet can be handed otherwise; what has been opened stands.
 */
import { hasCome } from './attendance.ts';
import { HANDED_ON_PAPER, type HandedOnPaper } from './codes.ts';
import { hasPlanInForce, lockedPlan, participantsOf } from './current.ts';
import { isPaperOnly } from './gates.ts';
import { personOf } from './in-register.ts';
import { hasJoinedLate } from './joined-late.ts';
import type { Moment } from './moment.ts';
import { handedVersions, recipientsOf } from './plan-parties.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import { newPlanRecipient, type PlanRecipient } from './rows/plan-recipient.ts';
import type { Register } from './rows/register.ts';

/** While the next version is written, it is that one that is to be handed over; on paper only nothing is from here. */
export const mayHand = (file: CaseFile): boolean =>
  hasPlanInForce(file) && file.case.status !== 'MEETING' && !isPaperOnly(file);

/** How a unit gets it, as a choice on the card. */
export type Way = `TEAMS:${string}` | HandedOnPaper;

const inChat = (personId: string): Way => `TEAMS:${personId}`;
const wayOf = ({ how, personId }: Pick<PlanRecipient, 'how' | 'personId'>): Way =>
  how === 'TEAMS' ? inChat(personId ?? '') : how;

export const handedBy = (way: Way): Pick<PlanRecipient, 'how' | 'personId'> =>
  way === 'PAPER' || way === 'SECURE_POST'
    ? { how: way, personId: null }
    : { how: 'TEAMS', personId: way.slice('TEAMS:'.length) };

type Receiver = ReturnType<typeof recipientsOf>[number];
export type Handing = Receiver & {
  /** How it can have it: in the chat of somebody there, those who were called first; and on paper. */
  ways: Way[];
  /** What stands chosen: how they have it, else in the chat of who was called; null: nothing is known. */
  chosen: Way | null;
  /** Somebody there has opened it, or says that it is in their file: nothing more to choose. */
  isSettled: boolean;
  /** They have their own part, and may have the whole by now. */
  isShort: boolean;
  /** Who was handed it in the chat is not there any more, and it is not in their file. */
  isLost: boolean;
  /** It came in with a later consent: it reads where everybody is, too. */
  isLate: boolean;
};

/** Everybody who is to have the plan in force, in the order of the plan. Empty while there is none. */
export function handingsOf(moment: Moment): Handing[] {
  const { file, register, today } = moment;
  const plan = lockedPlan(file);
  if (!plan) return [];
  return recipientsOf(file, plan, today).map((receiver) => {
    const { unitId, whole, handed } = receiver;
    const known = knownPeople(file, plan, unitId);
    const there = register.people.filter((one) => one.active && one.unitId === unitId);
    const people = [...there].sort((a, b) => placeIn(known, a.id) - placeIn(known, b.id));
    const hasCopy = handed && (handed.how !== 'TEAMS' || isThere(register, handed.personId, unitId));
    const [first] = people.filter(({ id }) => known.includes(id));
    const isShort = handed !== undefined && whole && !handed.whole;
    return {
      ...receiver,
      ways: [...people.map(({ id }) => inChat(id)), ...HANDED_ON_PAPER],
      chosen: hasCopy ? wayOf(handed) : (onPaperBefore(file, unitId) ?? (first ? inChat(first.id) : null)),
      isSettled: !isShort && (handed?.filedOn != null || (hasCopy === true && handed?.arrivedOn != null)),
      isShort,
      isLost: handed !== undefined && handed.filedOn === null && !hasCopy,
      isLate: hasJoinedLate(file, plan, unitId),
    };
  });
}

/** How it had the version before, where that was not in the chat. */
function onPaperBefore(file: CaseFile, unitId: string): HandedOnPaper | null {
  const how = handedVersions(file, unitId)[0]?.row.how;
  return how === undefined || how === 'TEAMS' ? null : how;
}

const placeIn = (ids: readonly string[], id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);

const isThere = (register: Register, personId: string | null, unitId: string): boolean => {
  const person = personOf(register, personId);
  return person?.active === true && person.unitId === unitId;
};

/** Who came, who was called, who has the version before, who held it together in versions from before. */
function knownPeople(file: CaseFile, plan: Plan, unitId: string): string[] {
  const called = participantsOf(
    file,
    file.meetings.find(({ id }) => id === plan.meetingId),
  ).filter((row) => row.unitId === unitId);
  const came = called.filter(({ attendance }) => hasCome(attendance));
  const before = handedVersions(file, unitId).map(({ row }) => row);
  return [...came, ...called, ...before]
    .map(({ personId }) => personId)
    .concat(plan.ownerPersonId)
    .filter(isId);
}

const isId = (id: string | null): id is string => id !== null;

/** It has what it may have today. */
export const isHanded = ({ handed, isLost, isShort }: Handing): boolean => handed !== undefined && !isLost && !isShort;

/** How many have theirs; nothing to count where nobody may have it. */
export function handedSoFar(moment: Moment): { done: number; all: number } {
  const handings = handingsOf(moment);
  return { done: handings.filter(isHanded).length, all: handings.length };
}

type Pressed = { way: Way | null; by: string; newId: string };

const NOT_HANDED = { personId: null, letInId: null, givenOn: null, givenById: null, arrivedOn: null } as const;

/** One unit's row, as it was chosen; nothing where that changes nothing. */
export function handPlan({ file, register, today }: Moment, to: Handing, { way, by, newId }: Pressed): Change[] {
  const { unitId, whole, handed, isSettled, isShort, isLost } = to;
  const plan = lockedPlan(file);
  if (!plan || isSettled) return [];
  const isOpened = handed?.arrivedOn != null || handed?.filedOn != null;
  if (way === null)
    return handed && !isLost && !isOpened ? [{ in: 'planRecipient', id: handed.id, set: NOT_HANDED }] : [];
  if (handed && way === wayOf(handed) && !isShort) return [];
  const { how, personId } = handedBy(way);
  const letIn = letInBefore(file, register, unitId);
  const letInId = how === 'TEAMS' && letIn !== personId ? letIn : null;
  // Of what is handed now; only of less than the whole can something be filed that is handed anew.
  const anew = { arrivedOn: null, filedOn: null };
  const set = { how, personId, whole, letInId, givenOn: today, givenById: by, ...anew };
  const row = file.planRecipients.find((one) => one.planId === plan.id && one.unitId === unitId);
  if (row) return [{ in: 'planRecipient', id: row.id, set }];
  const given = newPlanRecipient({ id: newId, caseId: file.case.id, planId: plan.id, to: 'UNIT', unitId, ...set });
  return [{ in: 'planRecipient', id: newId, set: given }];
}

/** A colleague who was let in to what the unit has is to what it is handed now. */
function letInBefore(file: CaseFile, register: Register, unitId: string): string | null {
  const letInId = handedVersions(file, unitId)[0]?.row.letInId ?? null;
  return isThere(register, letInId, unitId) ? letInId : null;
}
