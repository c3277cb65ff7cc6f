/**
 * The plan at home: each home is handed a copy of its own, and a guardian who was not at the meeting is told by somebody
 * who was (the plan is theirs too; `planFamily` is the paper). From 18 it is the young person's alone. On paper only
 * nobody is handed one from here.
 */
import { hasCome } from './attendance.ts';
import { attendanceOf } from './attendees.ts';
import type { TalkPartner } from './codes.ts';
import { isExcused, isYouth } from './consent.ts';
import { lockedPlan } from './current.ts';
import { approachable, isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Plan } from './rows/plan.ts';
import { newPlanRecipient, type PlanRecipient } from './rows/plan-recipient.ts';

/** CHILD: the young person of age. */
export type Home = TalkPartner;

export function homesOf({ file, today }: Pick<Moment, 'file' | 'today'>): Home[] {
  if (isPaperOnly(file)) return [];
  if (isYouth(file.case, today)) return ['CHILD'];
  return approachable(file, today).filter((guardian) => !isExcused(file.case, guardian));
}

export const copyAtHome = (file: CaseFile, plan: Plan, home: Home): PlanRecipient | undefined =>
  file.planRecipients.find((row) => row.planId === plan.id && row.to === home);

/** Somebody has said that they were not there; of whom nobody has said anything, nothing is known. */
export function wasAbsent(file: CaseFile, plan: Plan, home: Home): boolean {
  if (home === 'CHILD') return false;
  const attendance = attendanceOf(file, { id: plan.meetingId }, home);
  return attendance !== null && !hasCome(attendance);
}

/** Handed over, and to whoever was not there it is said who tells them. */
function isAtHome(file: CaseFile, plan: Plan, home: Home): boolean {
  const copy = copyAtHome(file, plan, home);
  return copy?.givenOn != null && (copy.tellerRole !== null || !wasAbsent(file, plan, home));
}

/** `done` of `all` homes have the version in force; nothing where there is none. */
export function plansAtHome(moment: Pick<Moment, 'file' | 'today'>): { done: number; all: number } {
  const plan = lockedPlan(moment.file);
  const homes = plan ? homesOf(moment) : [];
  return { done: homes.filter((home) => plan && isAtHome(moment.file, plan, home)).length, all: homes.length };
}

export type Handed = Pick<PlanRecipient, 'how' | 'givenOn' | 'givenById' | 'tellerRole'>;

/** What stands already is whose it was: saved again by a colleague, it is not theirs. */
export function handHome(file: CaseFile, plan: Plan, home: Home, newId: string, handed: Handed): Change[] {
  const known = copyAtHome(file, plan, home);
  if (known) return isSame(known, handed) ? [] : [{ in: 'planRecipient', id: known.id, set: handed }];
  const row = newPlanRecipient({ id: newId, caseId: file.case.id, planId: plan.id, to: home, whole: true, ...handed });
  return [{ in: 'planRecipient', id: newId, set: row }];
}

const isSame = (known: Handed, { how, givenOn, tellerRole }: Handed): boolean =>
  known.how === how && known.tellerRole === tellerRole && String(known.givenOn) === String(givenOn);
