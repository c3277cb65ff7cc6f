import { z } from 'zod';
import type { Answer } from '../domain/codes.ts';
import { type EventRef, type EventState, RemoteGone } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { GraphInstant, GraphUtc } from './date-time.ts';

/** An organizer among the attendees has said yes by calling; a word we do not know is no answer yet. */
const ANSWERS: Record<string, Answer> = {
  accepted: 'ACCEPTED',
  organizer: 'ACCEPTED',
  tentativelyAccepted: 'TENTATIVE',
  declined: 'DECLINED',
};

const Attendee = z.object({
  emailAddress: z.object({ address: z.string() }),
  status: z.object({ response: z.string().nullish(), time: GraphInstant.nullish() }).nullish(),
});

const Event = z.object({
  start: GraphUtc,
  end: GraphUtc,
  isCancelled: z.boolean().nullish(),
  attendees: z.array(Attendee).nullish(),
});

/**
 * Time, cancellation and answers in the organizer's copy, nothing else; mail addresses in lower case. Null when it does
 * not exist any more.
 */
export async function readEvent(graph: GraphClient, event: EventRef): Promise<EventState | null> {
  const found = await findEvent(graph, event);
  if (!found) return null;
  const answers = (found.attendees ?? []).map(({ emailAddress, status }) => {
    const answer = ANSWERS[status?.response ?? 'none'] ?? 'NONE';
    return { mail: emailAddress.address.toLowerCase(), answer, at: answer === 'NONE' ? null : (status?.time ?? null) };
  });
  return { startAt: found.start, endAt: found.end, cancelled: found.isCancelled ?? false, answers };
}

async function findEvent(graph: GraphClient, event: EventRef): Promise<z.output<typeof Event> | null> {
  try {
    const path = `${eventPath(event)}?$select=start,end,isCancelled,attendees`;
    return await graph({ method: 'GET', path, answer: Event, gone: EVENT_GONE });
  } catch (error) {
    if (error instanceof RemoteGone) return null;
    throw error;
  }
}

/** Not the codes of a lost mailbox: its events still stand in everybody else's calendar. */
export const EVENT_GONE = ['ErrorItemNotFound'];

export function eventPath({ organizerId, eventId }: EventRef): string {
  return `/users/${encodeURIComponent(organizerId)}/events/${encodeURIComponent(eventId)}`;
}
