import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Availability } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { GraphUtc, toGraphUtc } from './date-time.ts';
import { mailboxPath } from './read-event.ts';

/**
 * Only status and time: the subjects and places of other people's meetings, which Graph may add, are dropped unread.
 */
const Item = z.object({ status: z.string(), start: GraphUtc, end: GraphUtc });
const Schedule = z.object({
  scheduleId: z.string(),
  error: z.unknown().optional(),
  scheduleItems: z.array(z.unknown()).nullish().catch(null),
  availabilityView: z.string().nullish().catch(null),
});
const Schedules = z.object({ value: z.array(z.unknown()) });

/** Somebody working elsewhere can take a meeting; a time held tentatively is not offered. */
const BUSY = new Set(['busy', 'tentative', 'oof']);
/** The same as digits, one for each interval: free, and working elsewhere. What we do not know is busy. */
const FREE_DIGITS = '04';

/** Graph's limit for one call. */
const MAILBOXES_PER_CALL = 20;
const SHORTEST_INTERVAL_MINUTES = 30;

/**
 * Busy times as the organizer may see them, in the order of `mails`. At most 62 days. A mailbox that cannot be read, or
 * that does not say when it is busy, is `seen: false`, and hides none of the others.
 */
export async function readAvailability(
  graph: GraphClient,
  organizerId: string,
  mails: string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Availability[]> {
  const path = `${mailboxPath(organizerId)}/calendar/getSchedule`;
  const times = {
    startTime: toGraphUtc(from),
    endTime: toGraphUtc(to),
    availabilityViewInterval: SHORTEST_INTERVAL_MINUTES,
  };
  const found = new Map<string, Availability>();
  for (let first = 0; first < mails.length; first += MAILBOXES_PER_CALL) {
    const schedules = mails.slice(first, first + MAILBOXES_PER_CALL);
    const answer = await graph({ method: 'POST', path, body: { schedules, ...times }, answer: Schedules });
    for (const one of answer.value) {
      const schedule = Schedule.safeParse(one).data;
      if (schedule) found.set(schedule.scheduleId.toLowerCase(), toAvailability(schedule, from));
    }
  }
  return mails.map((mail) => ({ ...(found.get(mail.toLowerCase()) ?? { seen: false, busy: [] }), mail }));
}

type Busy = Availability['busy'];

function toAvailability(schedule: z.output<typeof Schedule>, from: Temporal.Instant): Availability {
  const { scheduleId: mail, error } = schedule;
  const busy = error === undefined || error === null ? busyIn(schedule, from) : null;
  return busy ? { mail, seen: true, busy } : { mail, seen: false, busy: [] };
}

/** By its items where they say when; else by the row of digits; null where there is neither. */
function busyIn({ scheduleItems, availabilityView }: z.output<typeof Schedule>, from: Temporal.Instant): Busy | null {
  const items = (scheduleItems ?? []).map((item) => Item.safeParse(item).data);
  const areWhole = scheduleItems !== null && scheduleItems !== undefined && !items.includes(undefined);
  if (areWhole && (items.length > 0 || !availabilityView))
    return items.flatMap((item) =>
      item && BUSY.has(item.status.toLowerCase()) ? [{ startAt: item.start, endAt: item.end }] : [],
    );
  return availabilityView ? busyByDigits(availabilityView, from) : null;
}

const busyByDigits = (view: string, from: Temporal.Instant): Busy =>
  [...view].flatMap((digit, index) => {
    if (FREE_DIGITS.includes(digit)) return [];
    const startAt = from.add({ minutes: index * SHORTEST_INTERVAL_MINUTES });
    return [{ startAt, endAt: startAt.add({ minutes: SHORTEST_INTERVAL_MINUTES }) }];
  });
