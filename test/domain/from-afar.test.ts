/** How people meet, as it was chosen and as it is by the event; and where, as one line. */
import { expect, test } from 'vitest';
import en from '../../cards/texts/en.json' with { type: 'json' };
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import { placeInCalendar, placeLine } from '../../domain/calendar-place.ts';
import { howOf, joinsFromAfar, linkOf } from '../../domain/from-afar.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { caseRow, meetingRow } from '../support/case-rows.ts';
import { registerWith } from '../support/case-views.ts';

const URL = 'https://teams.example/l/meetup-join/x';
const meeting = (set: Partial<Meeting>): Meeting => meetingRow(caseRow().id, set);

test.each([
  [{ how: 'IN_ROOM' }, 'IN_ROOM'],
  [{ how: 'IN_ROOM', joinUrl: URL }, 'HYBRID'],
  [{ how: 'ONLINE' }, 'ONLINE'],
  [{ how: 'ONLINE', placeId: 'room' }, 'HYBRID'],
  [{ how: 'HYBRID', placeId: 'room' }, 'HYBRID'],
] as const)('%j: %s', (set, how) => {
  expect(howOf(meeting({ placeId: null, ...set }))).toBe(how);
});

test('of a hybrid one those join who have said so, of one from afar all', () => {
  const hybrid = meeting({ how: 'HYBRID', placeId: 'room', fromAfar: ['GUARDIAN_2'] });
  expect((['GUARDIAN_1', 'GUARDIAN_2', 'CHILD'] as const).map((who) => joinsFromAfar(hybrid, who))).toEqual([
    false,
    true,
    false,
  ]);
  expect(joinsFromAfar(meeting({ how: 'ONLINE', placeId: null }), 'CHILD')).toBe(true);
  expect(joinsFromAfar(meeting({ how: 'IN_ROOM', fromAfar: ['CHILD'] }), 'CHILD')).toBe(false);
});

test.each([
  ['made', { how: 'ONLINE' }, { online: true, joinUrl: URL }, { joinUrl: URL, link: null }],
  ['refused', { how: 'ONLINE' }, { online: false, joinUrl: null }, { joinUrl: null, link: 'REFUSED' }],
  ['a moment later', { how: 'ONLINE' }, { online: true, joinUrl: null }, null],
  ['of a room', { how: 'IN_ROOM' }, { online: false, joinUrl: null }, null],
  ['added by hand', { how: 'IN_ROOM' }, { online: true, joinUrl: URL }, { joinUrl: URL, link: null }],
  ['gone', { how: 'HYBRID', joinUrl: URL }, { online: false, joinUrl: null }, { joinUrl: null, link: 'REFUSED' }],
  ['written in', { how: 'ONLINE', link: 'BY_HAND' }, { online: false, joinUrl: null }, null],
  ['made after all', { how: 'ONLINE', link: 'BY_HAND' }, { online: true, joinUrl: URL }, { joinUrl: URL, link: null }],
] as const)('a link that is %s', (_, set, seen, changed) => {
  expect(linkOf(meeting(set), seen)).toEqual(changed);
});

test('the place is one line, and what says that one can join is no place', () => {
  expect(placeLine('Rummet', 'Digitalt')).toBe('Rummet; Digitalt');
  expect(placeLine(null, 'Digitalt')).toBe('Digitalt');
  expect(placeLine(undefined, null)).toBeNull();
  const register = { ...registerWith(), places: [{ id: 'room', name: 'Rummet', mail: null, active: true }] };
  const read = (set: Partial<Meeting>, text: string) => placeInCalendar(register, meeting(set), text);
  for (const words of [sv, en]) {
    expect(read({ placeId: 'room' }, `Rummet; ${words['how.afar']}`)).toEqual({ placeId: 'room', placeChanged: false });
    expect(read({ placeId: null, how: 'ONLINE' }, words['how.afar'])).toEqual({ placeId: null, placeChanged: false });
    expect(read({ placeId: 'room', placeOral: true }, words['how.afar'])).toMatchObject({ placeChanged: false });
  }
  expect(read({ placeId: null, how: 'ONLINE' }, 'Microsoft Teams-möte; Rummet')).toMatchObject({ placeId: 'room' });
  expect(read({ placeId: 'room' }, 'Digitalt')).toMatchObject({ placeChanged: true });
});
