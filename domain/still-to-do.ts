/**
 * What only the convener can do between the kallelse and the meeting, and the calendar does not: paper to the family,
 * and whom it is about.
 */

import type { TalkPartner } from './codes.ts';
import { guardiansOf, isExcused } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import type { Moment } from './moment.ts';
import { talkWith } from './talks.ts';
import { unitsToTell } from './told.ts';

/** Those of the family who get an invitation each: there may be two homes. */
export const invitedAtHome = ({ file, today }: Moment): TalkPartner[] => [
  ...guardiansOf(file.case, today).filter((guardian) => !isExcused(file.case, guardian)),
  'CHILD',
];

/** `done` of `all`; nothing once it is done. */
export type ToDo = { key: 'given' | 'told'; done: number; all: number };

export function stillToDo(moment: Moment): ToDo[] {
  const { file } = moment;
  const meeting = currentMeeting(file);
  if (file.case.status !== 'INVITED' || meeting?.status !== 'SENT') return [];
  const home = invitedAtHome(moment);
  const units = unitsToTell(moment);
  const people = participantsOf(file, meeting);
  const isTold = (unit: string) => people.every((row) => row.unitId !== unit || row.toldOn !== null);
  const todo: ToDo[] = [
    { key: 'given', done: home.filter((who) => talkWith(file, who)?.invitedOn != null).length, all: home.length },
    { key: 'told', done: units.filter(isTold).length, all: units.length },
  ];
  return todo.filter(({ done, all }) => done < all);
}
