import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Availability } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { GraphUtc, toGraphUtc } from './date-time.ts';

/**
 * Only status and time: the subjects and places of other people's meetings, which Graph may add, are dropped unread.
 */
const Item = z.object({ status: z.string(), start: GraphUtc, end: GraphUtc });
const Schedule = z.object({
  scheduleId: z.string(),
  error: z.unknown().optional(),
  scheduleItems: z.array(Item).nullish(),
});
const Schedules = z.object({ value: z.array(Schedule) });

/** Somebody working elsewhere can take a meeting; a time held tentatively is not offered. */
const BUSY = new Set(['busy', 'tentative', 'oof']);

/** Graph's limit for one call. */
const MAILBOXES_PER_CALL = 20;
const SHORTEST_INTERVAL_MINUTES = 30;

/**
 * Busy times as the organizer may see them, in the order of `mails`. At most 62 days. A mailbox that cannot be read is
 * `seen: false`.
 */
export async function readAvailability(
  graph: GraphClient,
  organizerId: string,
  mails: string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Availability[]> {
  const path = `/users/${encodeURIComponent(organizerId)}/calendar/getSchedule`;
  const times = {
    startTime: toGraphUtc(from),
    endTime: toGraphUtc(to),
    availabilityViewInterval: SHORTEST_INTERVAL_MINUTES,
  };
  const found = new Map<string, Availability>();
  for (let first = 0; first < mails.length; first += MAILBOXES_PER_CALL) {
    const schedules = mails.slice(first, first + MAILBOXES_PER_CALL);
    const answer = await graph({ method: 'POST', path, body: { schedules, ...times }, answer: Schedules });
    for (const schedule of answer.value) found.set(schedule.scheduleId.toLowerCase(), toAvailability(schedule));
  }
  return mails.map((mail) => ({ ...(found.get(mail.toLowerCase()) ?? { seen: false, busy: [] }), mail }));
}

function toAvailability({ scheduleId, error, scheduleItems }: z.output<typeof Schedule>): Availability {
  if (error !== undefined && error !== null) return { mail: scheduleId, seen: false, busy: [] };
  const busy = (scheduleItems ?? []).filter(({ status }) => BUSY.has(status.toLowerCase()));
  return { mail: scheduleId, seen: true, busy: busy.map(({ start, end }) => ({ startAt: start, endAt: end })) };
}
