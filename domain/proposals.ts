/**
 * Times worth proposing: working days before the last day, in the family's part of the day when possible, most people
 * free first.
 */
import { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, isOnOrBefore } from './days.ts';
import { isWorkingDay } from './red-days.ts';
import type { Proposal } from './rows/meeting.ts';

type Span = { startAt: Temporal.Instant; endAt: Temporal.Instant };

export type Calendars = {
  unitId: string;
  seen: boolean;
  busy: Span[];
}[];

export type Wanted = {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  minutes: number;
  /** The family's wishes: MORNING, AFTERNOON. */
  wishes: readonly string[];
  calendars: Calendars;
  /** A sibling's meeting: a time right before or after it comes first, so that the family comes once. */
  beside?: Span | null;
};

/** More than this many is not a choice any more; the page shows three at a time. */
const AT_MOST = 9;
const STARTS = Array.from(
  { length: 17 },
  (_, half) => new Temporal.PlainTime(8 + Math.floor(half / 2), (half % 2) * 30),
);
const DAY_ENDS = new Temporal.PlainTime(17);
const LUNCH = { from: new Temporal.PlainTime(12), to: new Temporal.PlainTime(13) };

const { compare } = Temporal.PlainTime;

/** Inside the working day, and not over lunch. */
function isDecent(time: Temporal.PlainTime, minutes: number): boolean {
  const end = time.add({ minutes });
  return compare(end, DAY_ENDS) <= 0 && (compare(end, LUNCH.from) <= 0 || compare(time, LUNCH.to) >= 0);
}

const overlaps = (a: Span, b: Span) => isBefore(a.startAt, b.endAt) && isBefore(b.startAt, a.endAt);

function suits(time: Temporal.PlainTime, wishes: readonly string[]): boolean {
  const morning = time.hour < 12;
  if (wishes.includes('MORNING') === wishes.includes('AFTERNOON')) return true;
  return morning === wishes.includes('MORNING');
}

/** Who of those whose calendars can be seen is free then. */
export function proposalAt({ startAt, endAt }: Span, calendars: Calendars): Proposal {
  const seen = calendars.filter((calendar) => calendar.seen);
  const busy = seen.filter((calendar) => calendar.busy.some((meeting) => overlaps(meeting, { startAt, endAt })));
  return {
    startAt: startAt.toString(),
    endAt: endAt.toString(),
    free: seen.length - busy.length,
    seen: seen.length,
    busyUnits: [...new Set(busy.map((calendar) => calendar.unitId))],
    unseen: calendars.length - seen.length,
  };
}

/** As a choice on a card, and back. */
export const slotOf = ({ startAt, endAt }: Pick<Proposal, 'startAt' | 'endAt'>): string => `${startAt}/${endAt}`;
export function spanOfSlot(slot: string): Span | null {
  const [startAt, endAt] = slot.split('/');
  return startAt && endAt ? { startAt: Temporal.Instant.from(startAt), endAt: Temporal.Instant.from(endAt) } : null;
}

type Candidate = Proposal & { day: string; suits: boolean; beside: boolean };

const isBeside = (slot: Span, { beside }: Wanted): boolean =>
  beside != null && (slot.startAt.equals(beside.endAt) || slot.endAt.equals(beside.startAt));

function candidatesOf(day: Temporal.PlainDate, wanted: Wanted): Candidate[] {
  const { minutes, wishes, calendars } = wanted;
  return STARTS.filter((time) => isDecent(time, minutes)).map((time) => {
    const startAt = instantOf(day, time);
    const slot = { startAt, endAt: startAt.add({ minutes }) };
    return {
      day: day.toString(),
      suits: suits(time, wishes),
      beside: isBeside(slot, wanted),
      ...proposalAt(slot, calendars),
    };
  });
}

const better = (a: Candidate, b: Candidate) =>
  Number(b.beside) - Number(a.beside) ||
  b.free - a.free ||
  Number(b.suits) - Number(a.suits) ||
  (a.startAt < b.startAt ? -1 : a.startAt > b.startAt ? 1 : 0);

/** The best time of each working day in the span; days where most can come first among equals by date. At most nine. */
export function proposeTimes(wanted: Wanted): Proposal[] {
  const best: Candidate[] = [];
  for (let day = wanted.from; isOnOrBefore(day, wanted.to); day = day.add({ days: 1 })) {
    if (!isWorkingDay(day)) continue;
    const [first] = candidatesOf(day, wanted).sort(better);
    if (first) best.push(first);
  }
  return best
    .sort(better)
    .slice(0, AT_MOST)
    .map(({ day: _day, suits: _suits, beside: _beside, ...proposal }) => proposal);
}
