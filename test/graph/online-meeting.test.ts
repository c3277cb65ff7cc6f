/** A meeting that some or all join from afar: whether the calendar made a link, and that nothing takes it away again. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Booking, EventRef } from '../../domain/ports.ts';
import { linkIn, Online } from '../../graph/online-meeting.ts';
import { bup, karin, olle, siv, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

let graph: TestGraph;
beforeEach(async () => {
  graph = await startLocalGraph();
});
afterEach(() => graph.stop());

const at = (text: string) => Temporal.Instant.from(text);
const booking: Booking = {
  organizerId: karin.id,
  transactionId: 'meeting-1-call-1',
  subject: 'Samverkansmöte K7M-3XQ',
  body: 'Du är kallad till ett samverkansmöte.',
  startAt: at('2027-03-09T12:00:00Z'),
  endAt: at('2027-03-09T13:00:00Z'),
  place: 'Stadshuset, rum Dalbo; Digitalt',
  attendees: [olle, bup].map(({ mail, name }) => ({ mail, name })),
  online: true,
};
const book = async (): Promise<{ event: EventRef; joinUrl: string | null }> => {
  const { eventId, link } = await graph.calendar.book(booking);
  return { event: { organizerId: karin.id, eventId }, joinUrl: link.joinUrl };
};
const path = ({ eventId }: EventRef) => `/users/${karin.id}/events/${encodeURIComponent(eventId)}`;
const standing = async (event: EventRef) =>
  (await graph.ask('GET', path(event))).body as Record<string, unknown> | null;

it('is asked of Teams, and where to join is in the answer, in the text and in everybody’s calendar', async () => {
  const { event, joinUrl } = await book();
  expect(graph.record[0]?.body).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
  expect(joinUrl).toMatch(/^https:\/\//);
  expect(await standing(event)).toMatchObject({
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    onlineMeeting: { joinUrl },
    body: { content: expect.stringContaining(joinUrl ?? '') },
  });
  for (const { id } of [karin, olle, bup]) expect(graph.listEvents(id)).toMatchObject([{ joinUrl }]);
  expect(await graph.calendar.book(booking)).toEqual({ eventId: event.eventId, link: { online: true, joinUrl } });
});

it('a meeting in a room has no link', async () => {
  const { eventId, link } = await graph.calendar.book({ ...booking, online: false });
  expect(link).toEqual({ online: false, joinUrl: null });
  expect(await standing({ organizerId: karin.id, eventId })).toMatchObject({ onlineMeeting: null });
});

it('a mailbox that may make none takes the event, and makes none', async () => {
  graph.faults.noOnlineMeetings = karin.id;
  const { eventId, link } = await graph.calendar.book(booking);
  expect(link).toEqual({ online: false, joinUrl: null });
  expect(await standing({ organizerId: karin.id, eventId })).toMatchObject({ onlineMeetingProvider: 'unknown' });
});

it('a link that comes a moment later is there when the event is read', async () => {
  graph.faults.lateLink = true;
  const { event, joinUrl } = await book();
  expect(joinUrl).toBeNull();
  expect((await graph.calendar.read(event))?.link).toEqual({ online: true, joinUrl: expect.stringMatching(/^https:/) });
});

it('moved, with other people and without its place: the text and the link stay', async () => {
  const { event, joinUrl } = await book();
  await graph.calendar.move(event, { startAt: at('2027-03-11T08:00:00Z'), endAt: at('2027-03-11T09:00:00Z') });
  const called = [olle, siv].map(({ mail, name }) => ({ mail, name, addresses: [mail.toLowerCase()], placed: [] }));
  await graph.calendar.setAttendees(event, called, { addresses: [bup.mail], domains: [] });
  await graph.calendar.clearPlace(event, 'Digitalt');
  expect(await standing(event)).toMatchObject({
    location: { displayName: 'Digitalt' },
    body: { content: expect.stringContaining(joinUrl ?? '') },
    onlineMeeting: { joinUrl },
  });
  const before = graph.record.length;
  await graph.calendar.clearPlace(event, 'Digitalt');
  expect(graph.record.slice(before).map(({ method }) => method)).toEqual(['GET']);
});

it('another text without what joins it is the end of the link; nothing else takes it away', async () => {
  const { event, joinUrl } = await book();
  await graph.ask('PATCH', path(event), { isOnlineMeeting: false });
  expect((await graph.calendar.read(event))?.link.joinUrl).toBe(joinUrl);
  const text = `Ny text. ${joinUrl}`;
  await graph.ask('PATCH', path(event), { body: { contentType: 'text', content: text } });
  expect((await graph.calendar.read(event))?.link.joinUrl).toBe(joinUrl);
  await graph.ask('PATCH', path(event), { body: { contentType: 'text', content: 'Ny text.' } });
  expect((await graph.calendar.read(event))?.link).toEqual({ online: false, joinUrl: null });
});

it.each([
  'javascript:alert(1)',
  'http://teams.example/x',
  'no address',
  `https://teams.example/${'x'.repeat(2000)}`,
  7,
  'https://evil.example/l/meetup-join/x',
  'https://teams.microsoft.com@evil.example/x',
  'https://somebody@teams.microsoft.com/x',
  'https://teams.microsoft.com.evil.example/x',
  'https://teams.microsoft.com:8443/x',
  'https://127.0.0.1/x',
  'https://teams.micrоsoft.com/x',
])('what is no link is none: %s', async (joinUrl) => {
  const { event } = await book();
  const known = graph.listEvents(karin.id)[0];
  if (!known) throw new Error('no event');
  expect(linkIn(z.object(Online).parse({ isOnlineMeeting: true, onlineMeeting: { joinUrl } })).joinUrl).toBeNull();
  expect(event.eventId).toBe(known.id);
});

it.each([
  ['https://TEAMS.microsoft.com/l/meetup-join/ö', 'https://teams.microsoft.com/l/meetup-join/%C3%B6'],
  ['https://gov.teams.microsoft.us/l/meetup-join/x', null],
  ['https://teams.cloud.microsoft/meet/1?p=\u202Ex', 'https://teams.cloud.microsoft/meet/1?p=%E2%80%AEx'],
])('a link is kept as an address is written out: %s', (joinUrl, kept) => {
  expect(linkIn(z.object(Online).parse({ onlineMeeting: { joinUrl } })).joinUrl).toBe(kept);
});
