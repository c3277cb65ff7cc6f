/** Who is called to a meeting that stands in the calendars is changed by the program. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EventRef, RemoteGone, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { bup, karin, olle, siv, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

const people = (...called: { mail: string; name: string }[]) => called.map(({ mail, name }) => ({ mail, name }));
/** Whom the bot has called before goes, where it does not call them now. */
const call = (to: EventRef, called: { mail: string; name: string }[]) => {
  const mails = called.map(({ mail }) => mail);
  const out = [olle, siv, bup].map(({ mail }) => mail).filter((mail) => !mails.includes(mail));
  const mailboxes = called.map((one) => ({ ...one, addresses: [one.mail.toLowerCase()], placed: [] }));
  return graph.calendar.setAttendees(to, mailboxes, { addresses: out.map((one) => one.toLowerCase()), domains: [] });
};
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
    online: false,
    attendees: people(olle, bup),
  });
  event = { organizerId: karin.id, eventId };
  graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');
});
afterEach(() => graph.stop());

it('who stays keeps their answer and hears nothing, who is called no more gets a cancellation, who is new an invitation', async () => {
  await call(event, people(olle, siv));

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
  await call(event, people(olle));

  const sent = graph.record.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  expect(sent).toEqual([{ attendees: [{ emailAddress: { address: olle.mail, name: olle.name }, type: 'required' }] }]);
});

it('the meeting stays private, and the called stay hidden from each other', async () => {
  await call(event, people(olle, siv));

  const { body } = await graph.ask('GET', `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`);
  expect(body).toMatchObject({ sensitivity: 'private', hideAttendees: true });
  expect(graph.listEvents(siv.id)[0]?.attendees.map(({ mail }) => mail)).toEqual([siv.mail]);
});

it('a repeat after a lost answer mails nobody again', async () => {
  graph.faults.failAfterDoing = true;
  await expect(call(event, people(olle, siv))).rejects.toBeInstanceOf(RemoteUnreachable);
  graph.faults.failAfterDoing = false;
  await call(event, people(olle, siv));

  expect([olle, bup, siv].map(({ id }) => kinds(id))).toEqual([
    ['INVITATION'],
    ['CANCELLATION', 'INVITATION'],
    ['INVITATION'],
  ]);
  expect((await read())?.[0]).toEqual([olle.mail.toLowerCase(), 'ACCEPTED']);
});

it('somebody who was uninvited and is called again is asked anew', async () => {
  await call(event, people(bup));
  await call(event, people(bup, olle));

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
  await expect(call(event, people(olle))).rejects.toBeInstanceOf(RemoteGone);
});

it('an organizer who does not exist is refused, not gone', async () => {
  await expect(call({ ...event, organizerId: 'nobody' }, people(olle))).rejects.toBeInstanceOf(RemoteRefused);
});

const path = () => `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`;
const there = async () => {
  const { body } = await graph.ask('GET', path());
  return (body as unknown as { attendees: { type: string; emailAddress: { address: string } }[] }).attendees;
};
/** Somebody adds to the list in Outlook. */
const add = async (...more: object[]) => {
  const kept = (await there()).map(({ type, emailAddress }) => ({ type, emailAddress }));
  expect((await graph.ask('PATCH', path(), { attendees: [...kept, ...more] })).status).toBe(200);
};

it('a room and an interpreter that somebody added stay, as they were added', async () => {
  await add(
    { emailAddress: { address: 'rum@kommunen.example', name: 'Rum' }, type: 'resource' },
    { emailAddress: { address: 'tolk@byran.example', name: 'Tolk' }, type: 'optional' },
  );
  await call(event, people(olle, siv));

  expect((await there()).map(({ type, emailAddress }) => `${type} ${emailAddress.address}`)).toEqual([
    `required ${olle.mail}`,
    `required ${siv.mail}`,
    'resource rum@kommunen.example',
    'optional tolk@byran.example',
  ]);
});

it('somebody who stands there as a path in the directory is not called twice, and keeps their answer', async () => {
  graph.faults.addresses = 'x500';
  const x500 = `/o=exchangelabs/ou=exchange administrative group (fydibohf23spdlt)/cn=recipients/cn=${olle.id}`;
  const called = [{ ...olle, addresses: [olle.mail.toLowerCase(), x500], placed: [] }];
  await graph.calendar.setAttendees(event, called, {
    addresses: [bup.mail, x500.replace(olle.id, bup.id)],
    domains: [],
  });

  expect(graph.listEvents(olle.id)).toMatchObject([{ cancelled: false, answer: 'ACCEPTED' }]);
  expect(graph.listEvents(bup.id)).toMatchObject([{ cancelled: true }]);
  expect(await there()).toHaveLength(1);
});

it('somebody who stands there with a name before the address is written back by the address', async () => {
  graph.faults.addresses = 'named';
  await call(event, people(olle, siv));
  expect(graph.listEvents(siv.id)).toMatchObject([{ cancelled: false }]);
  expect(graph.listEvents(olle.id)).toMatchObject([{ cancelled: false, answer: 'ACCEPTED' }]);
});

it('what is as it should be is not written, so that nobody is mailed', async () => {
  await call(event, people(olle, bup));
  expect(graph.record.filter(({ method }) => method === 'PATCH')).toEqual([]);
});

it('changed by somebody between reading and writing: to be read again, and nothing is overwritten', async () => {
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    const answer = await fetch(...request);
    globalThis.fetch = fetch;
    await add({ emailAddress: { address: 'tolk@byran.example' }, type: 'required' });
    return answer;
  };
  await expect(call(event, people(olle, siv))).rejects.toMatchObject({ cause: 'http412' });
  await call(event, people(olle, siv));
  expect((await there()).map(({ emailAddress }) => emailAddress.address)).toContain('tolk@byran.example');
});

it.each([
  ['alone: they are not called under the other too', [], ['olle@hemma.example']],
  ['besides: both stay', [olle.mail], [olle.mail, 'olle@hemma.example']],
])('an address that somebody has said is theirs stands %s', async (_, own, stands) => {
  const attendees = [...own, 'olle@hemma.example'].map((address) => ({ type: 'required', emailAddress: { address } }));
  await graph.ask('PATCH', `/users/${karin.id}/events/${encodeURIComponent(event.eventId)}`, { attendees });
  const called = [{ ...olle, addresses: [olle.mail.toLowerCase()], placed: ['olle@hemma.example'] }];
  await graph.calendar.setAttendees(event, called, { addresses: [], domains: [] });
  expect((await there()).map(({ emailAddress }) => emailAddress.address)).toEqual(stands);
});
