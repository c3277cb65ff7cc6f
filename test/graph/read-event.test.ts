/** An event as Exchange really has it. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventRef } from '../../domain/ports.ts';
import { bup, karin, olle, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

let graph: TestGraph;
let event: EventRef;
beforeEach(async () => {
  graph = await startLocalGraph();
  const { eventId } = await graph.calendar.book({
    organizerId: karin.id,
    transactionId: 'meeting-1-call-1',
    subject: 'Samverkansmöte',
    body: '',
    startAt: Temporal.Instant.from('2027-03-09T12:00:00Z'),
    endAt: Temporal.Instant.from('2027-03-09T13:00:00Z'),
    place: 'Stadshuset, rum Dalbo',
    online: false,
    attendees: [olle, bup].map(({ mail, name }) => ({ mail, name })),
  });
  event = { organizerId: karin.id, eventId };
  graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');
});
afterEach(() => graph.stop());

const read = async () => (await graph.calendar.read(event))?.answers.map(({ mail, answer }) => [mail, answer]);
const change = (set: object) =>
  graph.ask('PATCH', `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`, set);

it('attendees as paths of the directory, with a name in front, and beside a room without an address', async () => {
  const path = (id: string) =>
    `/o=exchangelabs/ou=exchange administrative group (fydibohf23spdlt)/cn=recipients/cn=${id}`;
  graph.faults.addresses = 'x500';
  expect(await read()).toEqual([
    [path(olle.id), 'ACCEPTED'],
    [path(bup.id), 'NONE'],
  ]);
  Object.assign(graph.faults, { addresses: 'named', roomWithoutAddress: true });
  expect(await read()).toEqual([
    [olle.mail.toLowerCase(), 'ACCEPTED'],
    [bup.mail, 'NONE'],
  ]);
});

it('its place, and when it was changed', async () => {
  graph.clock.set('2027-03-02T08:00:00Z');
  await change({ location: { displayName: 'Rum 12' } });
  const changedAt = Temporal.Instant.from('2027-03-02T08:00:00Z');
  expect(await graph.calendar.read(event)).toMatchObject({ place: 'Rum 12', changedAt, allDay: false });
});

it('whole days: the midnights of Sweden, whatever the calendar calls them', async () => {
  const midnight = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'W. Europe Standard Time' });
  await change({ isAllDay: true, start: midnight('2027-03-09'), end: midnight('2027-03-10') });
  const state = await graph.calendar.read(event);
  expect([state?.allDay, String(state?.startAt), String(state?.endAt)]).toEqual([
    true,
    '2027-03-08T23:00:00Z',
    '2027-03-09T23:00:00Z',
  ]);
});

it('moved back to a time by the program it is of whole days no more', async () => {
  const midnight = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'UTC' });
  await change({ isAllDay: true, start: midnight('2027-03-09'), end: midnight('2027-03-10') });
  const [startAt, endAt] = ['2027-03-09T08:00:00Z', '2027-03-09T09:00:00Z'].map((at) => Temporal.Instant.from(at));
  if (startAt && endAt) await graph.calendar.move(event, { startAt, endAt });
  expect(await graph.calendar.read(event)).toMatchObject({ startAt, endAt, allDay: false });
});

it('half of a day cannot be a whole one', async () => {
  const half = { dateTime: '2027-03-09T12:00:00', timeZone: 'UTC' };
  expect(await change({ isAllDay: true, start: half, end: half })).toMatchObject({ status: 400 });
});

const reading = async (event: object) => {
  const { fetch } = globalThis;
  globalThis.fetch = async () =>
    new Response(JSON.stringify(event), { headers: { 'content-type': 'application/json' } });
  return read().finally(() => {
    globalThis.fetch = fetch;
  });
};
const at = (year: string) => ({ dateTime: `${year}-03-09T12:00:00.0000000`, timeZone: 'UTC' });

it('a word that no answer is, also one that every object has, is no answer yet', async () => {
  const one = (response: string) => ({ emailAddress: { address: `${response}@x.example` }, status: { response } });
  const attendees = ['constructor', 'toString', '__proto__', 'hm'].map(one);
  const answers = await reading({ start: at('2027'), end: at('2027'), attendees });
  expect(answers?.map(([, answer]) => answer)).toEqual(['NONE', 'NONE', 'NONE', 'NONE']);
  // No Graph says these, so they are not measured against Microsoft's shapes.
  graph.record.splice(0);
});

it.each(['0001', '1969', '9999'])(
  'a time in the year %s is no meeting of ours: it is as if nothing was read',
  async (year) => {
    await expect(reading({ start: at(year), end: at(year), attendees: [] })).rejects.toMatchObject({ cause: 'answer' });
  },
);
