/**
 * Teams meetings of events, as Exchange makes them: only where the organizer's calendar allows it, and without a word
 * where it does not. What joins them stands at the end of the event's text, and goes when the text is replaced without
 * it; once there, no other change takes it away.
 */
import { randomBytes } from 'node:crypto';
import type { GraphFaults } from './faults.ts';
import type { MailboxOwner } from './mailboxes.ts';
import type { Meeting } from './state.ts';

const TEAMS = 'teamsForBusiness';

/** As long and as odd as the real ones; `.example` leads nowhere. */
function newJoinUrl({ id, tenantId }: MailboxOwner): string {
  const thread = Buffer.from(randomBytes(36)).toString('base64url');
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: id }));
  return `https://teams.example/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

type Wanted = { isOnlineMeeting?: boolean | undefined };
type Online = Pick<Meeting, 'joinUrl'> & { isOnlineMeeting: boolean; onlineMeetingProvider: string };

/** What becomes of an event that is to be an online meeting, or is one already. */
export function onlineOf(
  known: Pick<Meeting, 'joinUrl'> | null,
  { isOnlineMeeting = false }: Wanted,
  owner: MailboxOwner,
  faults: GraphFaults,
): Online {
  const isAllowed = owner.id !== faults.noOnlineMeetings;
  const joinUrl = known?.joinUrl ?? (isOnlineMeeting && isAllowed ? newJoinUrl(owner) : null);
  return { joinUrl, isOnlineMeeting: joinUrl !== null, onlineMeetingProvider: joinUrl === null ? 'unknown' : TEAMS };
}

const LINE = '_'.repeat(40);
const blobOf = (joinUrl: string): string => `\n${LINE}\nMicrosoft Teams\n${joinUrl}\n${LINE}`;

/** The text as it stands in every copy. */
export const bodyOf = ({ body, joinUrl }: Pick<Meeting, 'body' | 'joinUrl'>): Meeting['body'] =>
  joinUrl === null ? body : { ...body, content: body.content + blobOf(joinUrl) };

/** A new text keeps the meeting only where it carries what joins it. */
export function withBody(meeting: Meeting, body: Meeting['body']): Pick<Meeting, 'body' | 'joinUrl'> {
  const { joinUrl } = meeting;
  if (joinUrl === null || !body.content.includes(joinUrl)) return { body, joinUrl: null };
  return { body: { ...body, content: body.content.replace(blobOf(joinUrl), '') }, joinUrl };
}
