import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isAfter, order } from '../domain/days.ts';
import type { EventRef } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { listAll } from './list-all.ts';
import { mailboxPath } from './read-event.ts';

/**
 * What a booking is known by: its transaction, noted in the organizer's copy where Graph can filter by it. Never its
 * subject, which people change.
 */
const BOOKING = 'String {6d1f0c8e-3b5a-4f0e-9a57-2c4b8f7e1d10} Name VastbusBooking';

export const bookingNote = (transactionId: string) => [{ id: BOOKING, value: transactionId }];

const Found = z.object({
  id: z.string().min(1),
  transactionId: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
});

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * By what was noted with it; what an older program booked has no note, and is looked for among the events of a day
 * before to a day after each of these times.
 */
export async function findBooking(
  graph: GraphClient,
  organizerId: string,
  transactionId: string,
  times: readonly Temporal.Instant[],
): Promise<EventRef | null> {
  const mailbox = mailboxPath(organizerId);
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq ${quoted(BOOKING)} and ep/value eq ${quoted(transactionId)})`;
  const select = '$select=id,transactionId,isCancelled';
  const noted = await listAll(graph, `${mailbox}/events?$filter=${encodeURIComponent(filter)}&${select}`, Found);
  // A copy of the event has its note, and is another event.
  const isIt = (one: z.output<typeof Found>) => one.transactionId === transactionId && !one.isCancelled;
  const live = noted.find(isIt);
  if (live) return { organizerId, eventId: live.id };
  for (const { from, to } of windowsAround(times)) {
    const view = `${mailbox}/calendarView?startDateTime=${from}&endDateTime=${to}&${select}`;
    const seen = await listAll(graph, view, Found);
    const found = seen.find(isIt);
    if (found) return { organizerId, eventId: found.id };
  }
  return null;
}

type Window = { from: Temporal.Instant; to: Temporal.Instant };

/** A day before to a day after each; those that meet are one. */
export function windowsAround(times: readonly Temporal.Instant[]): Window[] {
  const windows: Window[] = [];
  for (const at of [...times].sort(order)) {
    const [from, to] = [at.subtract({ hours: 24 }), at.add({ hours: 24 })];
    const last = windows.at(-1);
    if (last && !isAfter(from, last.to)) last.to = to;
    else windows.push({ from, to });
  }
  return windows;
}
