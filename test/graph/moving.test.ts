/** A meeting that stands in the calendars gets a new time (T16). */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EventRef, RemoteGone, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { bup, karin, olle, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

const BODY = 'Du är kallad till ett samverkansmöte.';
const PLACE = 'Stadshuset, rum Dalbo';
const at = (text: string) => Temporal.Instant.from(text);
const later = { startAt: at('2027-03-11T08:00:00Z'), endAt: at('2027-03-11T09:30:00Z'), place: PLACE };
const kinds = (id: string) => graph.listMessages(id).map(({ kind }) => kind);
const patches = () => graph.record.filter(({ method }) => method === 'PATCH');
const path = () => `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`;

let graph: TestGraph;
let event: EventRef;
beforeEach(async () => {
  graph = await startLocalGraph();
  const { eventId } = await graph.calendar.book({
    organizerId: karin.id,
    transactionId: 'meeting-1-call-1',
    subject: 'Samverkansmöte K7M-3XQ',
    body: BODY,
    startAt: at('2027-03-09T12:00:00Z'),
    endAt: at('2027-03-09T13:00:00Z'),
    place: PLACE,
    online: false,
    attendees: [olle, bup].map(({ mail, name }) => ({ mail, name })),
  });
  event = { organizerId: karin.id, eventId };
  graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');
});
afterEach(() => graph.stop());

it('T16: everybody is mailed the same neutral text with the new time, and is asked again', async () => {
  await graph.calendar.move(event, later);

  const state = await graph.calendar.read(event);
  expect([state?.startAt, state?.endAt].map(String)).toEqual([later.startAt, later.endAt].map(String));
  // What was answered before stands there with its time: it is no answer to the new one.
  expect(state?.answers.map(({ answer }) => answer)).toEqual(['ACCEPTED', 'NONE']);
  expect(graph.listEvents(olle.id)).toMatchObject([{ answer: 'NONE', canAnswer: true }]);
  expect([olle, bup].map(({ id }) => kinds(id))).toEqual([
    ['UPDATE', 'INVITATION'],
    ['UPDATE', 'INVITATION'],
  ]);
  expect(graph.listMessages(bup.id)[0]).toMatchObject({ subject: 'Samverkansmöte K7M-3XQ', body: BODY, place: PLACE });
});

it('T16: the time is sent and nothing else, so that subject, text, place and who is called stay', async () => {
  await graph.calendar.move(event, later);

  expect(patches().map(({ body }) => body)).toEqual([
    {
      start: { dateTime: '2027-03-11T09:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2027-03-11T10:30:00', timeZone: 'W. Europe Standard Time' },
    },
  ]);
  const { body } = await graph.ask('GET', path());
  expect(body).toMatchObject({ sensitivity: 'private', hideAttendees: true });
});

it('T16: a place that is told by word of mouth is taken out of the calendars', async () => {
  await graph.calendar.move(event, { ...later, place: null });
  expect(graph.listEvents(bup.id)).toMatchObject([{ place: null, startAt: '2027-03-11T08:00:00Z' }]);
});

it('T16: another room at the same time asks nobody again', async () => {
  await graph.calendar.move(event, {
    startAt: at('2027-03-09T12:00:00Z'),
    endAt: at('2027-03-09T13:00:00Z'),
    place: 'Rum 12',
  });

  expect((await graph.calendar.read(event))?.answers[0]).toMatchObject({ answer: 'ACCEPTED' });
  expect(graph.listEvents(olle.id)).toMatchObject([{ place: 'Rum 12' }]);
});

it('T16: a repeat after a lost answer mails nobody again, and whoever has answered meanwhile is not asked again', async () => {
  graph.faults.failAfterDoing = true;
  await expect(graph.calendar.move(event, later)).rejects.toBeInstanceOf(RemoteUnreachable);
  graph.faults.failAfterDoing = false;
  await graph.ask('PATCH', path(), {
    start: { dateTime: '2027-03-11T08:00:00', timeZone: 'UTC' },
    end: { dateTime: '2027-03-11T09:30:00', timeZone: 'UTC' },
  });
  graph.answer(bup.id, graph.listEvents(bup.id)[0]?.id ?? '', 'accept');
  const before = kinds(olle.id);
  await graph.calendar.move(event, later);

  expect(kinds(olle.id)).toEqual(before);
  expect((await graph.calendar.read(event))?.answers[1]).toMatchObject({ answer: 'ACCEPTED' });
});

it('T16: 429 is waited for as long as it asks, and nothing is half done', async () => {
  Object.assign(graph.faults, { graph: '429', retryAfter: 17 });
  await expect(graph.calendar.move(event, later)).rejects.toMatchObject({ cause: 'http429', retryAfterSeconds: 17 });
  graph.faults.graph = null;
  expect(graph.listEvents(bup.id)).toMatchObject([{ startAt: '2027-03-09T12:00:00Z' }]);
  expect(kinds(bup.id)).toEqual(['INVITATION']);
});

it('T16: changed by somebody between reading and writing: 412, to be read again, and nothing is overwritten', async () => {
  const between = meanwhile(() =>
    graph.ask('PATCH', path(), { location: { displayName: 'Ändrat under tiden' } }).then(() => undefined),
  );
  await expect(graph.calendar.move(event, later)).rejects.toMatchObject({ cause: 'http412' });
  expect(between.count).toBe(1);
  expect(graph.listEvents(bup.id)).toMatchObject([{ place: 'Ändrat under tiden', startAt: '2027-03-09T12:00:00Z' }]);
  await graph.calendar.move(event, later);
  expect(graph.listEvents(bup.id)).toMatchObject([{ place: PLACE, startAt: '2027-03-11T08:00:00Z' }]);
});

it('T16: an event that is deleted or cancelled is gone', async () => {
  await graph.ask('DELETE', path());
  await expect(graph.calendar.move(event, later)).rejects.toBeInstanceOf(RemoteGone);
});

it('T16: an organizer who does not exist is refused, not gone', async () => {
  await expect(graph.calendar.move({ ...event, organizerId: 'nobody' }, later)).rejects.toBeInstanceOf(RemoteRefused);
});

/** Does something right after the next request of the program was answered, before it can go on. */
function meanwhile(change: () => Promise<void>) {
  const done = { count: 0 };
  const { fetch } = globalThis;
  globalThis.fetch = async (...call) => {
    const answer = await fetch(...call);
    if (done.count > 0) return answer;
    done.count += 1;
    globalThis.fetch = fetch;
    await change();
    return answer;
  };
  return done;
}
