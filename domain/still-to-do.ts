/**
 * What only the convener can do, and no calendar does: before the meeting paper to the family, and whom it is about;
 * after it the plan to everybody who is to have it.
 */

import type { TalkPartner } from './codes.ts';
import { guardiansOf, isExcused } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { handedSoFar, mayHand } from './handing.ts';
import type { Moment } from './moment.ts';
import { talkWith } from './talks.ts';
import { unitsToTell } from './told.ts';

/** Those of the family who get an invitation each: there may be two homes. */
export const invitedAtHome = ({ file, today }: Moment): TalkPartner[] => [
  ...guardiansOf(file.case, today).filter((guardian) => !isExcused(file.case, guardian)),
  'CHILD',
];

/** `done` of `all`; nothing once it is done. */
export type ToDo = { key: 'given' | 'told' | 'hand'; done: number; all: number };

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

export const stillToDo = (moment: Moment): ToDo[] =>
  [...beforeMeeting(moment), ...afterMeeting(moment)].filter(({ done, all }) => done < all);

/** While the next one is held, it is that plan that is to be handed over. */
const afterMeeting = (moment: Moment): ToDo[] =>
  mayHand(moment.file) ? [{ key: 'hand', ...handedSoFar(moment) }] : [];
