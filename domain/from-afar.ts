/**
 * A meeting that some or all join from afar, by a link that stands in the event in Outlook and on the paper of whoever
 * in the family comes that way; on no card. Never where the case is on paper only: nothing of it is called then.
 */
import { type MeetingHow, type MeetingStatus, TALK_PARTNERS, type TalkPartner } from './codes.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';

type Met = Pick<Meeting, 'how' | 'placeId' | 'joinUrl'>;

/** As it is by now: somebody may have added a link, or a room of the register, in Outlook. */
export function howOf({ how, placeId, joinUrl }: Met): MeetingHow {
  if (how === 'ONLINE') return placeId === null ? 'ONLINE' : 'HYBRID';
  return how === 'IN_ROOM' && joinUrl !== null ? 'HYBRID' : how;
}

export const isFromAfar = (meeting: Met | undefined): boolean => meeting !== undefined && howOf(meeting) !== 'IN_ROOM';

/** Where all were to join from afar they do, a room that was added or not, until somebody has said who does. */
export const joinsFromAfar = (meeting: Met & Pick<Meeting, 'fromAfar'>, who: TalkPartner): boolean =>
  meeting.how === 'ONLINE' || (howOf(meeting) === 'HYBRID' && meeting.fromAfar.includes(who));

/** Who in the family joins from afar can be said: some meet in a room. */
export const asksWhoIsAfar = (meeting: Met | undefined): boolean =>
  meeting !== undefined && howOf(meeting) === 'HYBRID';

/** Once it is said who does, it is a meeting that some join from afar, also where all were to. */
export const withAfar = (meeting: Met, fromAfar: TalkPartner[]): Pick<Meeting, 'how' | 'fromAfar'> | null =>
  asksWhoIsAfar(meeting) ? { how: 'HYBRID', fromAfar } : null;

/** What the next meeting takes over from one that did not come to its end: where and how they meet, as it is by now. */
export function sameWay(meeting: Meeting): Pick<Meeting, 'placeId' | 'how' | 'fromAfar'> {
  const how = howOf(meeting);
  return { placeId: meeting.placeId, how, fromAfar: TALK_PARTNERS.filter((who) => joinsFromAfar(meeting, who)) };
}

/** A place that must not be known is said by word of mouth, and where all join from afar there is none. */
export const lacksPlace = (
  { case: { safety } }: Pick<CaseFile, 'case'>,
  place: string | null,
  how: MeetingHow,
): boolean => !place && safety !== 'PLACE_ORALLY' && how !== 'ONLINE';

/** A meeting that is over or off: where it was joined stands nowhere any more. */
export const ended = (status: Extract<MeetingStatus, 'HELD' | 'NOT_HELD' | 'CANCELLED'>) => ({ status, joinUrl: null });
