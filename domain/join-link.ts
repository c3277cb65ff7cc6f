/** Where those join who are not in the room, as the event in Outlook has it; and why nobody can. */
import type { Temporal } from 'temporal-polyfill';
import { CHECK_MINUTES } from './current.ts';
import { isBefore } from './days.ts';
import { joinsFromAfar } from './from-afar.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import { givenAnew } from './talks.ts';

/** What the event says: whether it is an online meeting, and where one joins; the calendar may need a moment for that. */
export type SeenLink = { online: boolean; joinUrl: string | null };

/** An online meeting whose link has not come yet; for as long as that may take. */
const isOnItsWay = ({ sentAt, joinUrl }: Meeting, { online }: SeenLink, now: Temporal.Instant): boolean =>
  online && joinUrl === null && (sentAt === null || isBefore(now, sentAt.add({ minutes: CHECK_MINUTES })));

/**
 * A mailbox that may not make online meetings takes the event and makes none, without a word (docs of `isOnlineMeeting`;
 * microsoft-graph-docs#9741): what was asked for is looked at in the answer, and whenever the event is read.
 */
export function linkOf(meeting: Meeting, seen: SeenLink, now: Temporal.Instant): Partial<Meeting> | null {
  const { joinUrl } = seen;
  const noLink = joinUrl === null ? whyNone(meeting, seen, now) : null;
  return joinUrl === meeting.joinUrl && noLink === meeting.noLink ? null : { joinUrl, noLink };
}

function whyNone(meeting: Meeting, seen: SeenLink, now: Temporal.Instant): Meeting['noLink'] {
  if (meeting.noLink === 'BY_HAND') return 'BY_HAND';
  if (meeting.how === 'IN_ROOM' || isOnItsWay(meeting, seen, now)) return null;
  return meeting.joinUrl !== null || meeting.noLink === 'LOST' ? 'LOST' : 'REFUSED';
}

/** The same, and the papers of those who join by it say another one, or none: they are to be given anew. */
export function linkChanges(file: CaseFile, meeting: Meeting, seen: SeenLink, now: Temporal.Instant): Change[] {
  const set = linkOf(meeting, seen, now);
  if (!set) return [];
  const isOther = set.joinUrl !== meeting.joinUrl;
  return [
    { in: 'meeting', id: meeting.id, set },
    ...(isOther
      ? givenAnew(file, (who) => joinsFromAfar(meeting, who) || joinsFromAfar({ ...meeting, ...set }, who))
      : []),
  ];
}

/** There is no link to join by, and nobody has said that there is one. */
export const lacksLink = (meeting: Pick<Meeting, 'status' | 'noLink'> | undefined): boolean =>
  meeting?.status === 'SENT' && (meeting.noLink === 'REFUSED' || meeting.noLink === 'LOST');
