/**
 * A meeting that some or all join from afar, by a link that stands in the event in Outlook and on the paper of whoever
 * in the family comes that way; on no card. Never where the case is on paper only: nothing of it is called then.
 */
import type { MeetingHow, TalkPartner } from './codes.ts';
import type { Meeting } from './rows/meeting.ts';

type Met = Pick<Meeting, 'how' | 'placeId' | 'joinUrl'>;

/** As it is by now: somebody may have added a link, or a room of the register, in Outlook. */
export function howOf({ how, placeId, joinUrl }: Met): MeetingHow {
  if (how === 'ONLINE') return placeId === null ? 'ONLINE' : 'HYBRID';
  return how === 'IN_ROOM' && joinUrl !== null ? 'HYBRID' : how;
}

export const isFromAfar = (meeting: Met | undefined): boolean => meeting !== undefined && howOf(meeting) !== 'IN_ROOM';

export const joinsFromAfar = (meeting: Met & Pick<Meeting, 'fromAfar'>, who: TalkPartner): boolean =>
  howOf(meeting) === 'ONLINE' || (howOf(meeting) === 'HYBRID' && meeting.fromAfar.includes(who));

/** What the event says: whether it is an online meeting, and where one joins; the calendar may need a moment for that. */
export type SeenLink = { online: boolean; joinUrl: string | null };

/**
 * A mailbox that may not make online meetings takes the event and makes none, without a word (docs of `isOnlineMeeting`;
 * microsoft-graph-docs#9741): what was asked for is looked at in the answer, and whenever the event is read.
 */
export function linkOf(meeting: Meeting, { online, joinUrl }: SeenLink): Partial<Meeting> | null {
  const isMissing = joinUrl === null && !online && meeting.how !== 'IN_ROOM';
  const byHand = joinUrl === null && meeting.link === 'BY_HAND' ? ('BY_HAND' as const) : null;
  const link = byHand ?? (isMissing ? ('REFUSED' as const) : null);
  return joinUrl === meeting.joinUrl && link === meeting.link ? null : { joinUrl, link };
}

/** The calendar made no link, and nobody has said that there is one. */
export const lacksLink = (meeting: Pick<Meeting, 'status' | 'link'> | undefined): boolean =>
  meeting?.status === 'SENT' && meeting.link === 'REFUSED';
