/**
 * When a guardian is not waited for. Two guardians decide together (FB 6:11); where one is prevented and the matter
 * cannot wait without inconvenience, the other decides alone, unless it is of far-reaching importance for the child's
 * future (FB 6:13). Silent is not prevented: a hindrance is named, tries are made, and a manager has checked all of it
 * and that no no is known: checked, for no manager decides in a guardian's place. The guardian who is there signs as ever (`signature` in `gates.ts`).
 */
import { Temporal } from 'temporal-polyfill';
import { type Guardian, WAYS_TO_REACH, type WayToReach } from './codes.ts';
import { daysBetween, isAfter, order } from './days.ts';
import type { Moment } from './moment.ts';
import type { CaseRow } from './rows/case.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Talk } from './rows/talk.ts';
import { talkWith } from './talks.ts';

export type Try = { on: Temporal.PlainDate; how: WayToReach };

const LEAST_TRIES = 3;
const LEAST_WAYS = 2;

export const keptTry = ({ on, how }: Try): string => `${on} ${how}`;

const readTry = (kept: string): Try[] => {
  const [day = '', way] = kept.split(' ');
  const how = WAYS_TO_REACH.find((one) => one === way);
  return how ? [{ on: Temporal.PlainDate.from(day), how }] : [];
};

/** The oldest first. */
export const triesOf = (talk: Pick<Talk, 'notReached' | 'otherTries'> | undefined): Try[] =>
  [
    ...(talk?.notReached ?? []).map((day): Try => ({ on: Temporal.PlainDate.from(day), how: 'PHONE' })),
    ...(talk?.otherTries ?? []).flatMap(readTry),
  ].sort((a, b) => order(a.on, b.on));

/** Took everything back, and has not signed since. */
const hasSaidNo = ({ withdrawals, consents }: Pick<CaseFile, 'withdrawals' | 'consents'>, guardian: Guardian) =>
  withdrawals.some(
    (back) =>
      back.givenBy === guardian &&
      back.scope === 'ALL' &&
      !consents.some((one) => one.givenBy === guardian && one.recordedAt && isAfter(one.recordedAt, back.recordedAt)),
  );

export type Excuse = Pick<CaseRow, 'excusedHindrance' | 'excusedChecked'>;
type Asked = { file: CaseFile; guardian: Guardian; excuse: Excuse; days: number };
type Rule = { gap: string; source: string; holds: (asked: Asked) => boolean };

const tries = ({ file, guardian }: Asked) => triesOf(talkWith(file, guardian));

const RULES = [
  { gap: 'HINDRANCE', source: 'FB 6:13: prevented', holds: ({ excuse }) => excuse.excusedHindrance !== null },
  { gap: 'TRIES', source: 'practice: three tries', holds: (asked) => tries(asked).length >= LEAST_TRIES },
  {
    gap: 'WAYS',
    source: 'practice: in two ways',
    holds: (asked) => new Set(tries(asked).map(({ how }) => how)).size >= LEAST_WAYS,
  },
  {
    gap: 'DAYS',
    source: 'setting unreachableDays',
    holds(asked) {
      const all = tries(asked);
      const [first, last] = [all[0], all.at(-1)];
      return first !== undefined && last !== undefined && daysBetween(first.on, last.on) >= asked.days;
    },
  },
  {
    gap: 'SAID_NO',
    source: 'FB 6:11: they decide together',
    holds: ({ file, guardian }) => !hasSaidNo(file, guardian),
  },
  {
    gap: 'CHECKED',
    source: 'FB 6:13: cannot wait, and is not far-reaching; a manager has checked',
    holds: ({ excuse }) => excuse.excusedChecked === true,
  },
] as const satisfies readonly Rule[];

export type ExcuseGap = (typeof RULES)[number]['gap'];

/** What is missing before this guardian is not waited for; in decisions from before, what was not asked then. */
export function gapsInExcuse(
  { file, register }: Pick<Moment, 'file' | 'register'>,
  guardian: Guardian,
  excuse: Excuse = file.case,
): ExcuseGap[] {
  const asked: Asked = { file, guardian, excuse, days: register.settings.unreachableDays };
  return RULES.filter(({ holds }) => !holds(asked)).map(({ gap }) => gap);
}
