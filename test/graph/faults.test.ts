import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { RemoteGone, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { toTokenError } from '../../graph/token-refused.ts';
import { karin, olle, startLocalGraph, TEST_TOKEN, type TestGraph } from '../support/local-graph.ts';

let graph: TestGraph;
afterEach(() => graph.stop());

const event = { organizerId: karin.id, eventId: 'no-such-event' };
const booking = {
  organizerId: karin.id,
  transactionId: 'meeting-1-call-1',
  subject: 'Samverkansmöte',
  body: 'Du är kallad.',
  startAt: Temporal.Instant.from('2027-03-09T12:00:00Z'),
  endAt: Temporal.Instant.from('2027-03-09T13:00:00Z'),
  place: null,
  online: false,
  attendees: [{ mail: olle.mail, name: olle.name }],
};
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

it('429 is unreachable, with the wait that Graph asks for, and is not tried again', async () => {
  graph = await startLocalGraph();
  Object.assign(graph.faults, { graph: '429', retryAfter: 17 });

  const failure = await failureOf(graph.calendar.book(booking));

  expect(failure).toBeInstanceOf(RemoteUnreachable);
  expect(failure).toMatchObject({ cause: 'http429', retryAfterSeconds: 17 });
  expect(graph.record).toHaveLength(1);
});

it('503 is unreachable, and the booking goes through when Graph is back', async () => {
  graph = await startLocalGraph();
  graph.faults.graph = '503';
  expect(await failureOf(graph.calendar.book(booking))).toMatchObject({
    cause: 'http503',
    retryAfterSeconds: undefined,
  });
  graph.faults.graph = null;
  await graph.calendar.book(booking);
  expect(graph.listEvents(olle.id)).toHaveLength(1);
});

it('a Graph that hangs is unreachable within the time limit', async () => {
  graph = await startLocalGraph({ timeoutMs: 200 });
  graph.faults.graph = 'hang';
  const began = performance.now();

  const failure = await failureOf(graph.calendar.read(event));

  expect(failure).toBeInstanceOf(RemoteUnreachable);
  expect(failure).toMatchObject({ cause: 'timeout' });
  expect(performance.now() - began, 'its own limit, and not the usual four seconds').toBeLessThan(4_000);
  expect(graph.record[0]).toMatchObject({ status: null, response: { failed: 'TimeoutError' } });
});

it('a cut connection is unreachable', async () => {
  graph = await startLocalGraph();
  graph.faults.graph = 'off';
  expect(await failureOf(graph.calendar.read(event))).toMatchObject({ cause: 'network' });
});

it('a Graph that does the work and then says 503 is met by the same transactionId: one event', async () => {
  graph = await startLocalGraph();
  graph.faults.failAfterDoing = true;
  expect(await failureOf(graph.calendar.book(booking))).toBeInstanceOf(RemoteUnreachable);
  graph.faults.failAfterDoing = false;

  const { eventId } = await graph.calendar.book(booking);

  expect(graph.listEvents(karin.id)).toMatchObject([{ id: eventId }]);
  expect(graph.listMessages(olle.id)).toHaveLength(1);
});

it('what Graph refuses is refused with a code and no text', async () => {
  graph = await startLocalGraph();
  const unknownOrganizer = await failureOf(graph.calendar.book({ ...booking, organizerId: 'nobody' }));
  expect(unknownOrganizer).toBeInstanceOf(RemoteRefused);
  expect(unknownOrganizer).toMatchObject({ cause: 'noMailbox', message: 'refused: noMailbox' });
  expect(await failureOf(graph.calendar.cancel({ organizerId: 'nobody', eventId: 'x' }, ''))).toMatchObject({
    cause: 'noMailbox',
  });
  expect(await failureOf(graph.calendar.renew('no-such', graph.clock.now().add({ hours: 1 })))).toBeInstanceOf(
    RemoteGone,
  );
  expect(await graph.calendar.read(event)).toBeNull();
});

it('a credential that fails is unreachable, a rejected one is refused, a slow one does not make us wait', async () => {
  // As @azure/identity words it: one class for all, told apart by the code in front.
  const failing = (message: string) => () => Promise.reject(toTokenError(new Error(message)));
  let getToken: () => Promise<string> = failing('network_error: See https://aka.ms/msal.js.errors');
  graph = await startLocalGraph({ timeoutMs: 200, getToken: () => getToken() });

  expect(await failureOf(graph.calendar.read(event))).toMatchObject({ cause: 'token', message: 'unreachable: token' });
  getToken = failing('invalid_client: Error(s): 7000215 - Description: Invalid client secret provided.');
  expect(await failureOf(graph.calendar.read(event))).toMatchObject({ cause: 'token', message: 'refused: token' });
  getToken = () => new Promise(() => {});
  expect(await failureOf(graph.calendar.read(event))).toBeInstanceOf(RemoteUnreachable);
  expect(graph.record).toEqual([]);
});

it('the record holds what was sent, as if to graph.microsoft.com, and no token', async () => {
  graph = await startLocalGraph();
  const { eventId } = await graph.calendar.book(booking);
  await graph.calendar.read({ organizerId: karin.id, eventId });
  await graph.calendar.availability(karin.id, [olle.mail], booking.startAt, booking.endAt);
  await failureOf(graph.calendar.subscribe(karin.id, 'the-client-state', graph.clock.now().add({ hours: 1 })));
  await graph.calendar.cancel({ organizerId: karin.id, eventId }, 'Inställt.');

  expect(graph.record.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'POST 201',
    'GET 200',
    'POST 200',
    'POST 400',
    'POST 202',
  ]);
  expect(graph.record[0]).toMatchObject({
    at: '2027-03-01T09:00:00Z',
    to: 'graph',
    body: { subject: 'Samverkansmöte' },
    response: { id: eventId },
  });
  for (const { url } of graph.record) expect(url).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\//);
  const text = JSON.stringify(graph.record);
  expect(text).not.toContain(TEST_TOKEN);
  expect(text).not.toContain('Bearer');
  expect(text).not.toContain('the-client-state');
});

it('without a token Graph answers 401', async () => {
  graph = await startLocalGraph();
  expect(await graph.ask('GET', `/users/${karin.id}/events`, undefined, { authorization: '' })).toMatchObject({
    status: 401,
    body: { error: { code: 'InvalidAuthenticationToken' } },
  });
});
