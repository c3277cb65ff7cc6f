/** How people meet, as it was chosen and as it is by the event; and where, as one line. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import en from '../../cards/texts/en.json' with { type: 'json' };
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import { breakOffChanges } from '../../domain/break-off.ts';
import { placeInCalendar, placeLine } from '../../domain/calendar-place.ts';
import { cancelledChanges } from '../../domain/cancelling.ts';
import { howOf, joinsFromAfar, sameWay, withAfar } from '../../domain/from-afar.ts';
import { linkChanges, linkOf } from '../../domain/join-link.ts';
import { notHeldChanges } from '../../domain/not-held.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { caseFile, caseRow, meetingRow, talkRow } from '../support/case-rows.ts';
import { registerWith } from '../support/case-views.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
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

test('a room that is added where all join from afar takes nobody’s link away, until it is said who joins', () => {
  const roomToo = meeting({ how: 'ONLINE', placeId: 'room' });
  expect([howOf(roomToo), joinsFromAfar(roomToo, 'GUARDIAN_1')]).toEqual(['HYBRID', true]);
  const said = { ...roomToo, ...withAfar(roomToo, ['CHILD']) };
  expect([joinsFromAfar(said, 'GUARDIAN_1'), joinsFromAfar(said, 'CHILD')]).toEqual([false, true]);
  expect(withAfar(meeting({ how: 'ONLINE', placeId: null }), [])).toBeNull();
  expect(withAfar(meeting({ how: 'IN_ROOM' }), ['CHILD'])).toBeNull();
});

test('the next meeting is as the one before was by then: called off, broken off, not held', () => {
  expect(sameWay(meeting({ how: 'ONLINE', placeId: 'room' }))).toEqual({
    placeId: 'room',
    how: 'HYBRID',
    fromAfar: ['GUARDIAN_1', 'GUARDIAN_2', 'CHILD'],
  });
  const row = caseRow({ status: 'INVITED' });
  const now = meetingRow(row.id, { status: 'SENT', placeId: 'room', joinUrl: URL, fromAfar: ['CHILD'] });
  const moment = momentAt(caseFile(row, { meetings: [now] }), NOW);
  for (const changes of [
    cancelledChanges(moment, () => 'next'),
    breakOffChanges(moment, () => 'next'),
    notHeldChanges(moment, 'FAMILY', () => 'next'),
  ]) {
    const next = changes.find(({ id }) => id === 'next');
    expect(next).toMatchObject({ set: { placeId: 'room', how: 'HYBRID', fromAfar: ['CHILD'], joinUrl: null } });
    expect(changes.find(({ id }) => id === now.id)).toMatchObject({ set: { joinUrl: null } });
  }
});

const SENT = { sentAt: NOW };
const LATER = { sentAt: NOW.subtract({ minutes: 15 }) };
test.each([
  ['made', { how: 'ONLINE' }, { online: true, joinUrl: URL }, { joinUrl: URL, noLink: null }],
  ['refused', { how: 'ONLINE' }, { online: false, joinUrl: null }, { joinUrl: null, noLink: 'REFUSED' }],
  ['on its way', { how: 'ONLINE' }, { online: true, joinUrl: null }, null],
  ['a moment later', { how: 'ONLINE', ...SENT }, { online: true, joinUrl: null }, null],
  ['never coming', { how: 'ONLINE', ...LATER }, { online: true, joinUrl: null }, { joinUrl: null, noLink: 'REFUSED' }],
  ['of a room', { how: 'IN_ROOM' }, { online: false, joinUrl: null }, null],
  ['added by hand', { how: 'IN_ROOM' }, { online: true, joinUrl: URL }, { joinUrl: URL, noLink: null }],
  ['lost', { how: 'HYBRID', joinUrl: URL }, { online: false, joinUrl: null }, { joinUrl: null, noLink: 'LOST' }],
  ['lost at once', { how: 'ONLINE', joinUrl: URL }, { online: true, joinUrl: null }, { joinUrl: null, noLink: 'LOST' }],
  ['still lost', { how: 'HYBRID', noLink: 'LOST' }, { online: false, joinUrl: null }, null],
  ['found', { how: 'HYBRID', noLink: 'LOST' }, { online: true, joinUrl: URL }, { joinUrl: URL, noLink: null }],
  ['written in', { how: 'ONLINE', noLink: 'BY_HAND' }, { online: false, joinUrl: null }, null],
  [
    'made after all',
    { how: 'ONLINE', noLink: 'BY_HAND' },
    { online: true, joinUrl: URL },
    { joinUrl: URL, noLink: null },
  ],
] as const)('a link that is %s', (_, set, seen, changed) => {
  expect(linkOf(meeting(set), seen, NOW)).toEqual(changed);
});

test.each([
  ['comes', { joinUrl: null }, URL],
  ['is another', { joinUrl: `${URL}y` }, URL],
  ['is gone', { joinUrl: URL }, null],
])('a link that %s: the papers of who joins by it are to be given anew, and no others', (_, set, joinUrl) => {
  const row = caseRow();
  const talks = (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((who) => talkRow(row.id, { with: who }));
  const now = meetingRow(row.id, { how: 'HYBRID', placeId: 'room', fromAfar: ['GUARDIAN_2'], ...set });
  const changes = linkChanges(caseFile(row, { talks, meetings: [now] }), now, { online: true, joinUrl }, NOW);
  expect(changes.filter((one) => one.in === 'talk').map(({ id }) => id)).toEqual([talks[1]?.id]);
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

test('a place of the register that is called as what the bot writes for "from afar" is not found there by itself', () => {
  for (const name of ['Digitalt', 'Online', 'Teams-möte']) {
    const register = { ...registerWith(), places: [{ id: 'odd', name, mail: null, active: true }] };
    const read = (set: Partial<Meeting>) => placeInCalendar(register, meeting(set), name);
    expect(read({ placeId: null, how: 'ONLINE' }), name).toEqual({ placeId: null, placeChanged: false });
    expect(read({ placeId: 'odd' }), name).toEqual({ placeId: 'odd', placeChanged: false });
  }
});

test('a place whose own name has a semicolon is found, as its own and as another', () => {
  const places = ['Rum', 'Rum; andra dörren'].map((name) => ({ id: name, name, mail: null, active: true }));
  const read = (set: Partial<Meeting>) =>
    placeInCalendar({ ...registerWith(), places }, meeting(set), 'Rum; andra dörren; Digitalt');
  expect(read({ placeId: 'Rum; andra dörren' })).toEqual({ placeId: 'Rum; andra dörren', placeChanged: false });
  expect(read({ placeId: null })).toEqual({ placeId: 'Rum; andra dörren', placeChanged: false });
});
