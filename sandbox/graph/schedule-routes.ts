import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { camelCased } from './event-body.ts';
import { showAs } from './event-json.ts';
import type { GraphFaults } from './faults.ts';
import type { Office } from './office.ts';
import { invalid } from './refusal.ts';
import type { GraphHandler } from './request.ts';
import type { Route } from './routes.ts';
import { readDateTime, writeDateTime } from './zones.ts';

const DateTime = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const Body = z.strictObject({
  schedules: z.array(z.string()).min(1).max(20),
  startTime: DateTime,
  endTime: DateTime,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

const LONGEST_DAYS = 62;
const DIGITS: Record<string, string> = { free: '0', tentative: '1', busy: '2', oof: '3', workingElsewhere: '4' };

type Busy = { status: string; from: string; to: string; subject: string; location: string; isPrivate: boolean };

/** `getSchedule`: free and busy times of several mailboxes. One that cannot be read has an `error` in its own item. */
export function scheduleRoutes(office: Office, faults: GraphFaults): Route[] {
  const getSchedule: GraphHandler = ({ params, body, timeZone }) => {
    const asking = office.getOwner(params.user ?? '');
    const { schedules, startTime, endTime, availabilityViewInterval: interval } = Body.parse(camelCased(body));
    const from = readDateTime(startTime);
    const to = readDateTime(endTime);
    if (Temporal.Instant.compare(from, to) >= 0)
      throw invalid('The end is not after the start.', 'ErrorInvalidTimeInterval');
    if (from.until(to).total('hours') > LONGEST_DAYS * 24)
      throw invalid('The requested time duration is too long.', 'ErrorTimeIntervalTooBig');

    const value = schedules.map((scheduleId) => {
      const owner = office.findOwner(scheduleId);
      if (!owner || owner.id === faults.goneMailbox)
        return {
          scheduleId,
          error: { responseCode: 'ErrorMailRecipientNotFound', message: 'Unable to resolve mailbox.' },
        };
      if (owner.tenantId !== asking.tenantId) {
        return {
          scheduleId,
          error: { responseCode: 'ErrorNoFreeBusyAccess', message: 'No relationship with the other organization.' },
        };
      }
      const busy = office
        .listEntries(owner, from, to)
        .map(toBusy)
        .filter(({ status }) => status !== 'free');
      const availabilityView = toView(busy, from, to, interval);
      if (faults.schedule === 'viewOnly') return { scheduleId, availabilityView };
      const scheduleItems = busy.map(({ from: start, to: end, ...rest }) =>
        faults.schedule === 'noTimes'
          ? rest
          : { ...rest, start: writeDateTime(start, timeZone), end: writeDateTime(end, timeZone) },
      );
      return faults.schedule === 'noTimes'
        ? { scheduleId, scheduleItems }
        : { scheduleId, availabilityView, scheduleItems };
    });
    return { status: 200, body: { value } };
  };
  return [['post', '/users/:user/calendar/getSchedule', getSchedule]];
}

function toBusy(entry: Parameters<typeof showAs>[0]): Busy {
  const { subject, place, startAt, endAt, details } = entry.meeting;
  const isPrivate = details.sensitivity === 'private';
  const words = { subject: isPrivate ? '' : subject, location: isPrivate ? '' : (place ?? '') };
  return { status: showAs(entry), from: startAt, to: endAt, ...words, isPrivate };
}

/** One digit per interval; where several meetings meet, the busiest counts. */
function toView(busy: Busy[], from: Temporal.Instant, to: Temporal.Instant, interval: number): string {
  let view = '';
  for (let at = from; Temporal.Instant.compare(at, to) < 0; at = at.add({ minutes: interval })) {
    const end = at.add({ minutes: interval });
    const here = busy.filter(
      (one) =>
        Temporal.Instant.compare(Temporal.Instant.from(one.from), end) < 0 &&
        Temporal.Instant.compare(Temporal.Instant.from(one.to), at) > 0,
    );
    const digits = here.map(({ status }) => DIGITS[status] ?? '2');
    view += ['3', '2', '1', '4'].find((digit) => digits.includes(digit)) ?? '0';
  }
  return view;
}
