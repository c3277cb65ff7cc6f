/**
 * What only the convener can do and the calendar does not. Between the kallelse and the meeting: paper to the family, and
 * whom it is about. After the lock: the plan to each home, and to tell the child.
 */

import type { TalkPartner } from './codes.ts';
import { guardiansOf, isExcused } from './consent.ts';
import { currentMeeting, hasPlanInForce, participantsOf } from './current.ts';
import type { Moment } from './moment.ts';
import { plansAtHome } from './plan-at-home.ts';
import { talkWith } from './talks.ts';
import { planToTell } from './tell-child.ts';
import { unitsToTell } from './told.ts';

/** Those of the family who get an invitation each: there may be two homes. */
export const invitedAtHome = ({ file, today }: Moment): TalkPartner[] => [
  ...guardiansOf(file.case, today).filter((guardian) => !isExcused(file.case, guardian)),
  'CHILD',
];

/** `done` of `all`; nothing once it is done. */
export type ToDo = { key: 'given' | 'told' | 'homes' | 'tellChild'; done: number; all: number };

function beforeMeeting(moment: Moment): ToDo[] {
  const { file } = moment;
  const meeting = currentMeeting(file);
  if (file.case.status !== 'INVITED' || meeting?.status !== 'SENT') return [];
  const home = invitedAtHome(moment);
  const units = unitsToTell(moment);
  const people = participantsOf(file, meeting);
  const isTold = (unit: string) => people.every((row) => row.unitId !== unit || row.toldOn !== null);
  return [
    { key: 'given', done: home.filter((who) => talkWith(file, who)?.invitedOn != null).length, all: home.length },
    { key: 'told', done: units.filter(isTold).length, all: units.length },
  ];
}

function afterLock(moment: Moment): ToDo[] {
  if (!hasPlanInForce(moment.file)) return [];
  return [
    { key: 'homes', ...plansAtHome(moment) },
    ...(planToTell(moment) ? [{ key: 'tellChild' as const, done: 0, all: 1 }] : []),
  ];
}

export const stillToDo = (moment: Moment): ToDo[] =>
  [...beforeMeeting(moment), ...afterLock(moment)].filter(({ done, all }) => done < all);
