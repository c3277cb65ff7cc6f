/** Who is called to a meeting that stands in the calendars is changed by the program. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EventRef, RemoteGone, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { bup, karin, olle, siv, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

const people = (...called: { mail: string; name: string }[]) => called.map(({ mail, name }) => ({ mail, name }));
const kinds = (id: string) => graph.listMessages(id).map(({ kind }) => kind);
const read = async () => (await graph.calendar.read(event))?.answers.map(({ mail, answer }) => [mail, answer]);

let graph: TestGraph;
let event: EventRef;
beforeEach(async () => {
  graph = await startLocalGraph();
  const { eventId } = await graph.calendar.book({
    organizerId: karin.id,
    transactionId: 'meeting-1-call-1',
    subject: 'Samverkansmöte K7M-3XQ',
    body: 'Du är kallad till ett samverkansmöte.',
    startAt: Temporal.Instant.from('2027-03-09T12:00:00Z'),
    endAt: Temporal.Instant.from('2027-03-09T13:00:00Z'),
    place: null,
    attendees: people(olle, bup),
  });
  event = { organizerId: karin.id, eventId };
  graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');
});
afterEach(() => graph.stop());

it('who stays keeps their answer and hears nothing, who is called no more gets a cancellation, who is new an invitation', async () => {
  await graph.calendar.setAttendees(event, people(olle, siv));

  expect(await read()).toEqual([
    [olle.mail.toLowerCase(), 'ACCEPTED'],
    [siv.mail, 'NONE'],
  ]);
  expect(graph.listEvents(olle.id)).toMatchObject([{ cancelled: false, answer: 'ACCEPTED' }]);
  expect(graph.listEvents(bup.id)).toMatchObject([{ cancelled: true, canAnswer: false }]);
  expect(graph.listEvents(siv.id)).toMatchObject([
    { subject: 'Samverkansmöte K7M-3XQ', canAnswer: true, answer: 'NONE' },
  ]);
  expect([olle, bup, siv].map(({ id }) => kinds(id))).toEqual([
    ['INVITATION'],
    ['CANCELLATION', 'INVITATION'],
    ['INVITATION'],
  ]);
});

it('nothing but the attendees is sent, or everybody would be mailed', async () => {
  await graph.calendar.setAttendees(event, people(olle));

  const sent = graph.record.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  expect(sent).toEqual([{ attendees: [{ emailAddress: { address: olle.mail, name: olle.name }, type: 'required' }] }]);
});

it('the meeting stays private, and the called stay hidden from each other', async () => {
  await graph.calendar.setAttendees(event, people(olle, siv));

  const { body } = await graph.ask('GET', `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`);
  expect(body).toMatchObject({ sensitivity: 'private', hideAttendees: true });
  expect(graph.listEvents(siv.id)[0]?.attendees.map(({ mail }) => mail)).toEqual([siv.mail]);
});

it('a repeat after a lost answer mails nobody again', async () => {
  graph.faults.failAfterDoing = true;
  await expect(graph.calendar.setAttendees(event, people(olle, siv))).rejects.toBeInstanceOf(RemoteUnreachable);
  graph.faults.failAfterDoing = false;
  await graph.calendar.setAttendees(event, people(olle, siv));

  expect([olle, bup, siv].map(({ id }) => kinds(id))).toEqual([
    ['INVITATION'],
    ['CANCELLATION', 'INVITATION'],
    ['INVITATION'],
  ]);
  expect((await read())?.[0]).toEqual([olle.mail.toLowerCase(), 'ACCEPTED']);
});

it('somebody who was uninvited and is called again is asked anew', async () => {
  await graph.calendar.setAttendees(event, people(bup));
  await graph.calendar.setAttendees(event, people(bup, olle));

  expect(await read()).toEqual([
    [bup.mail, 'NONE'],
    [olle.mail.toLowerCase(), 'NONE'],
  ]);
  expect(
    graph
      .listEvents(olle.id)
      .map(({ cancelled }) => cancelled)
      .sort(),
  ).toEqual([false, true]);
});

it('an event that is deleted is gone', async () => {
  await graph.ask('DELETE', `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`);
  await expect(graph.calendar.setAttendees(event, people(olle))).rejects.toBeInstanceOf(RemoteGone);
});

it('an organizer who does not exist is refused, not gone', async () => {
  await expect(graph.calendar.setAttendees({ ...event, organizerId: 'nobody' }, people(olle))).rejects.toBeInstanceOf(
    RemoteRefused,
  );
});
