/** Calls that count no more: by which event or transaction each is sought, and which times it has had. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { newMove } from '../../domain/rows/move.ts';
import { strayMeetings, strayOf, straysOf } from '../../domain/stray.ts';
import { caseFile, caseRow, meetingRow } from '../support/case-rows.ts';

const at = (day: number) => Temporal.Instant.from(`2027-03-0${day}T12:00:00Z`);
const fileWith = (set: Partial<Meeting>) => {
  const row = caseRow();
  const meeting = meetingRow(row.id, { id: 'm', organizerId: 'karin', transactionId: 'm-1', startAt: at(3), ...set });
  const move = newMove({
    id: 'move',
    caseId: row.id,
    meetingId: 'm',
    fromStartAt: at(1),
    startAt: at(3),
    movedAt: at(1),
  });
  return caseFile(row, { meetings: [meeting], meetingMoves: [move] });
};
const sought = (set: Partial<Meeting>) =>
  straysOf(fileWith(set)).map(({ transactionId, eventId, times }) => `${transactionId} ${eventId} ${times.length}`);

describe('what is looked for', () => {
  test.each<[string, Partial<Meeting>, string[]]>([
    ['a meeting that stands', { status: 'SENT', eventId: 'e' }, []],
    ['called off: its event', { status: 'CANCELLED', eventId: 'e' }, ['m-1 e 3']],
    ['called off, and out of the calendars', { status: 'CANCELLED', eventId: 'e', eventState: 'GONE' }, []],
    ['called off without an answer', { status: 'CANCELLED' }, ['m-1 null 3']],
    ['called again: the first call', { status: 'SENT', call: 2, transactionId: 'm-2', eventId: 'e' }, ['m-1 null 3']],
    [
      'called again, and off: the event is the last one’s',
      { status: 'CANCELLED', call: 2, transactionId: 'm-2', eventId: 'e' },
      ['m-1 null 3', 'm-2 e 3'],
    ],
    ['called by nobody', { status: 'CANCELLED', organizerId: null }, []],
  ])('%s', (_what, set, expected) => {
    expect(sought(set)).toEqual(expected);
  });
});

test('what is said: the worst first, and what an older program has left', () => {
  const [row] = [caseRow()];
  const meeting = (set: Partial<Meeting>) => meetingRow(row.id, set);
  const said = (...sets: Partial<Meeting>[]) => strayOf(caseFile(row, { meetings: sets.map(meeting) }))?.stray ?? null;
  expect(said({ stray: 'LEFT' }, { stray: 'LOST' }, { stray: 'STANDS' })).toBe('STANDS');
  expect(said({ stray: 'LEFT' }, { stray: 'GUEST' }, { stray: 'LOST' })).toBe('LOST');
  expect(said({ stray: 'LEFT' }, { stray: 'GUEST' })).toBe('GUEST');
  expect(said({ eventState: 'LEFT' })).toBe('LEFT');
  expect(said({ eventState: 'GONE' }, {})).toBeNull();
});

test('what is tried again is not for a person to say done: it would not be tried any more', () => {
  const row = caseRow();
  const file = (set: Partial<Meeting>) => caseFile(row, { meetings: [meetingRow(row.id, set)] });
  for (const stray of ['STANDS', 'LOST', 'GUEST'] as const) expect(strayMeetings(file({ stray }))).toHaveLength(1);
  for (const set of [{ stray: 'LEFT' }, { eventState: 'LEFT' }, {}] as const)
    expect(strayMeetings(file(set))).toEqual([]);
});
