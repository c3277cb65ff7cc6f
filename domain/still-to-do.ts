/**
 * What only the convener can do before a meeting, and the calendar does not: paper to the family, whom it is about, and
 * the short talks before a follow-up.
 */

import type { TalkPartner } from './codes.ts';
import { guardiansOf, isExcused } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { isSoonFollowedUp } from './follow-up-near.ts';
import type { Moment } from './moment.ts';
import { partnersAnew, talksLeft } from './talk-anew.ts';
import { talkWith } from './talks.ts';
import { unitsToTell } from './told.ts';

/** Those of the family who get an invitation each: there may be two homes. */
export const invitedAtHome = ({ file, today }: Moment): TalkPartner[] => [
  ...guardiansOf(file.case, today).filter((guardian) => !isExcused(file.case, guardian)),
  'CHILD',
];

/** `done` of `all`; nothing once it is done. */
export type ToDo = { key: 'given' | 'told' | 'anew'; done: number; all: number };

export const stillToDo = (moment: Moment): ToDo[] =>
  [...afterKallelse(moment), ...beforeFollowUp(moment)].filter(({ done, all }) => done < all);

function beforeFollowUp(moment: Moment): ToDo[] {
  if (moment.file.case.status === 'PREPARING' || !isSoonFollowedUp(moment)) return [];
  const all = partnersAnew(moment).length;
  return [{ key: 'anew', done: all - talksLeft(moment).length, all }];
}

function afterKallelse(moment: Moment): ToDo[] {
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
