/**
 * What a unit has been handed of the plan, as somebody of it reads it in the chat: a copy of that version as it was
 * locked. Two may read it: who has it, and a colleague in their place. Everything else of the case stays closed.
 */
import type { Temporal } from 'temporal-polyfill';
import { seesOwnMeasures } from './access.ts';
import { measuresOf } from './current.ts';
import { dayOf, earliest } from './days.ts';
import { asStoodAt, isOngoing, isPromised } from './measures.ts';
import { type News, newsOf } from './plan-news.ts';
import { handedVersions, mayHaveWhole } from './plan-parties.ts';
import { planFor } from './plan-readers.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import type { PlanFile } from './rows/plan-file.ts';
import type { PlanRecipient } from './rows/plan-recipient.ts';
import type { Person } from './rows/register.ts';

/** `whole`: as of today; what was handed whole closes with the consent to copies, and the unit's own stays. */
export type PlanCopy = { plan: Plan; row: PlanRecipient; unitId: string; whole: boolean };

/** Who has a row's copy in the chat. The newest version that the unit was handed is the one that is read. */
const readersOfRow = ({ how, personId, letInId }: PlanRecipient): string[] =>
  how === 'TEAMS' ? [personId, letInId].filter((id) => id !== null) : [];

/** Null: nothing of it, not any more or not theirs. */
export function readableCopy(person: Person, file: CaseFile, today: Temporal.PlainDate): PlanCopy | null {
  const { unitId } = person;
  const [newest] = handedVersions(file, unitId);
  const isTheirs = person.active && newest !== undefined && readersOfRow(newest.row).includes(person.id);
  if (!isTheirs || !seesOwnMeasures(file, unitId, today)) return null;
  return { ...newest, unitId, whole: newest.row.whole && mayHaveWhole(file, unitId, today) };
}

export const mayReadCopy = (person: Person, file: CaseFile | null, _: unknown, today: Temporal.PlainDate): boolean =>
  file !== null && readableCopy(person, file, today) !== null;

/** Only who was handed it lets somebody else in. */
export const mayLetIn = (person: Person, file: CaseFile | null, _: unknown, today: Temporal.PlainDate): boolean =>
  file !== null && readableCopy(person, file, today)?.row.personId === person.id;

/** Everybody who has a copy in the chat, by the rows alone. */
export const copyReaders = (file: CaseFile): { personId: string; row: PlanRecipient }[] =>
  [...new Set(file.planRecipients.flatMap(({ unitId }) => unitId ?? []))].flatMap((unitId) => {
    const [newest] = handedVersions(file, unitId);
    return newest ? readersOfRow(newest.row).map((personId) => ({ personId, row: newest.row })) : [];
  });

/** Handed in Teams to somebody who has not written to the bot: there is no chat that it could come in. */
export const waitsForChat = ({ postings }: CaseFile, personId: string | null): boolean =>
  postings.some((one) => one.kind === 'PLAN' && one.personId === personId && one.conversationId === null);

/** As it stood when it was locked: what was done or said yes to since is not in a copy. */
export const asLocked = <F extends PlanFile>(file: F, { lockedAt }: Plan): F =>
  lockedAt ? asStoodAt(file, lockedAt) : file;

type Told = { file: PlanFile; plan: Plan | undefined; today: Temporal.PlainDate };

const told = (file: PlanFile, { id, lockedAt }: Plan, today: Temporal.PlainDate): Told => ({
  file,
  plan: file.plans.find((plan) => plan.id === id),
  today: lockedAt ? dayOf(lockedAt) : today,
});

/** What the copy is made of, and nothing else; told as of the day it was locked. */
export const contentOf = (file: CaseFile, { plan, unitId, whole }: PlanCopy, today: Temporal.PlainDate): Told =>
  told(planFor(whole ? 'UNIT_WHOLE' : 'UNIT_OWN', unitId, asLocked(file, plan)), plan, today);

/** The unit's own part: what it may put in its own file, whatever it may read. */
export const ownContentOf = (file: CaseFile, copy: PlanCopy, today: Temporal.PlainDate): Told =>
  contentOf(file, { ...copy, whole: false }, today);

/** What is left for the unit to do when the plan was locked, and by when first: a number and a day. */
export function ownPromises(file: CaseFile, copy: PlanCopy): { count: number; first: Temporal.PlainDate | null } {
  const own = measuresOf(asLocked(file, copy.plan), copy.plan).filter(
    (one) => isPromised(one) && one.unitId === copy.unitId && isOngoing(one),
  );
  return { count: own.length, first: earliest(...own.flatMap(({ dueOn }) => dueOn ?? [])) ?? null };
}

/** How many of the unit's measures are new to it, since the version that it was handed before. Null: this is the first. */
export function newsForUnit(file: CaseFile, { plan, unitId }: PlanCopy): Record<News['is'], number> | null {
  const [, before] = handedVersions(file, unitId);
  if (!before) return null;
  const own = planFor('UNIT_OWN', unitId, asLocked(file, plan));
  const plans = own.plans.filter(({ id }) => id === plan.id || id === before.plan.id);
  const news = newsOf({ ...own, plans }, plan);
  const count = (is: News['is']): number => news.filter((one) => one.is === is).length;
  return { NEW: count('NEW'), NEW_DAY: count('NEW_DAY'), DONE: count('DONE'), DROPPED: count('DROPPED') };
}
