/**
 * Who tells the child what was decided, and by when: the child is told throughout, and somebody makes sure that it was
 * understood (socialtjänstlagen 3 kap.). Somebody of age has the plan in their own hand.
 */
import type { Temporal } from 'temporal-polyfill';
import type { ChildUnderstood, VoiceKeeper } from './codes.ts';
import { isYouth } from './consent.ts';
import { currentMeeting, hasPlanInForce, lockedPlan, measuresOf, meetingDay } from './current.ts';
import { earliest, isBefore, isOnOrBefore } from './days.ts';
import { isPaperOnly } from './gates.ts';
import { isPromised, type ShownState, stateOf } from './measures.ts';
import type { Moment } from './moment.ts';
import { addWorkingDays } from './red-days.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Measure, Plan } from './rows/plan.ts';
import { faultSinceLock } from './since-lock.ts';
import { talkWith } from './talks.ts';

/** A week is long for whoever waits to hear. */
const TELL_WITHIN_DAYS = 7;

export function tellsChild(file: CaseFile): boolean {
  const day = meetingDay(file);
  return day === null || !isYouth(file.case, day);
}

/** Whoever sees to it that the child's voice is heard, or follows it out. */
export const presetTeller = (file: CaseFile): VoiceKeeper | null =>
  talkWith(file, 'CHILD')?.voiceKeeper ?? currentMeeting(file)?.childFollower ?? null;

/** The next working day; over a long holiday the last day that there is. */
export function presetTellBy(file: CaseFile): Temporal.PlainDate | null {
  const day = meetingDay(file);
  if (!day) return null;
  const next = addWorkingDays(day, 1);
  return isInTime(file, next) ? next : day.add({ days: TELL_WITHIN_DAYS });
}

/** From the day of the meeting to a week after it. */
export function isInTime(file: CaseFile, on: Temporal.PlainDate): boolean {
  const day = meetingDay(file);
  return day === null || (!isBefore(on, day) && isOnOrBefore(on, day.add({ days: TELL_WITHIN_DAYS })));
}

/**
 * The plan in force that the child has not been told of yet, or that must be told again. Asked for where the plan says
 * who tells; a plan from before does not.
 */
export function planToTell(moment: Pick<Moment, 'file' | 'today'>): Plan | null {
  const plan = planToldOf(moment);
  return plan && !isTold(plan) ? plan : null;
}

/** Of this plan somebody tells the child. */
const tellsChildOf = ({ file, today }: Pick<Moment, 'file' | 'today'>, plan: Plan): boolean =>
  plan.childTellerRole !== null && !isYouth(file.case, today) && !isPaperOnly(file);

/** The plan in force, where somebody tells, or has told, the child. */
export function planToldOf(moment: Pick<Moment, 'file' | 'today'>): Plan | null {
  const plan = lockedPlan(moment.file);
  return plan && hasPlanInForce(moment.file) && tellsChildOf(moment, plan) ? plan : null;
}

/** Told, and it is not to be told once more. What was not possible is known, and is not asked for for ever. */
const isTold = ({ childToldOn, childUnderstood }: Plan): boolean => childToldOn !== null && childUnderstood !== 'AGAIN';

/** So that a child can take it in. */
const WORDS_IN_SENTENCE = 12;

const wordsTooMany = (sentence: string | null): number =>
  (sentence ?? '').split(/\s+/).filter((word) => word !== '').length - WORDS_IN_SENTENCE;

/** What is filled in where the child is told. */
export type Telling = {
  sentence1: string | null;
  sentence2: string | null;
  sentence3: string | null;
  toldBy: VoiceKeeper | null;
  toldOn: Temporal.PlainDate | null;
  understood: ChildUnderstood | null;
};
export const SENTENCE_FIELDS = ['sentence1', 'sentence2', 'sentence3'] as const;

/** By how many words each is longer than a child can take in. */
export const sentencesTooLong = (telling: Telling) =>
  SENTENCE_FIELDS.map((field) => ({ field, count: wordsTooMany(telling[field]) })).filter(({ count }) => count > 0);

/** Of what is not whole, or has a day that it cannot have been, nobody has said that it was told. */
export function toldChange(plan: Plan, telling: Telling, today: Temporal.PlainDate): Change {
  const { toldOn, toldBy, understood } = telling;
  const sentences = SENTENCE_FIELDS.flatMap((field) => telling[field]?.replace(/\s+/g, ' ') ?? []);
  const isTold = toldOn && understood && toldBy && faultSinceLock(plan, toldOn, today) === null;
  const set = {
    childPage: sentences.length > 0 ? sentences.join('\n') : null,
    childToldOn: isTold ? toldOn : null,
    childUnderstood: isTold ? understood : null,
    childToldRole: isTold ? toldBy : null,
  };
  return { in: 'plan', id: plan.id, set };
}

export const sentencesOf = ({ childPage }: Pick<Plan, 'childPage'>): string[] =>
  childPage === null ? [] : childPage.split('\n');

/** Nobody has said yes to what was only asked for, and a day that has been is not what happens first. */
const IS_AHEAD: readonly ShownState[] = ['NOT_STARTED', 'ONGOING'];

/** What happens first: of what units have promised, what is due soonest. */
export function firstPromise({ file, today }: Pick<Moment, 'file' | 'today'>, plan: Plan): Measure | null {
  const promised = measuresOf(file, plan).filter(
    (one) => isPromised(one) && IS_AHEAD.includes(stateOf(file, one, today)),
  );
  const first = earliest(...promised.flatMap(({ dueOn }) => dueOn ?? []));
  return promised.find(({ dueOn }) => first && dueOn?.equals(first)) ?? null;
}
