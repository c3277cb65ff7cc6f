import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bup, karin, olle, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

/** What the local Graph must refuse, so that a mistake in the program shows here and not first in production. */
let graph: TestGraph;
let eventId: string;
let etag: string;
const at = (hour: number, timeZone = 'W. Europe Standard Time') => ({ dateTime: `2027-03-09T${hour}:00:00`, timeZone });
const times = { start: at(13), end: at(14) };
const path = (id: string, user = karin.id) => `/users/${user}/events/${encodeURIComponent(id)}`;

beforeAll(async () => {
  graph = await startLocalGraph();
  const attendees = [{ emailAddress: { address: olle.mail } }];
  const { body } = await graph.ask('POST', `/users/${karin.mail}/events`, {
    subject: 'Samverkansmöte',
    ...times,
    attendees,
  });
  eventId = body?.id ?? '';
  etag = body?.['@odata.etag'] ?? '';
});
afterAll(() => graph.stop());

describe('an event is refused', () => {
  it.each([
    ['in an unknown mailbox', 'nobody@x.example', times, 404, 'ErrorInvalidUser'],
    [
      'in a zone that is not documented',
      karin.id,
      { ...times, start: at(13, 'Europe/Stockholm') },
      400,
      'TimeZoneNotSupportedException',
    ],
    ['that ends before it starts', karin.id, { start: at(14), end: at(13) }, 400, 'ErrorPropertyValidationFailure'],
    ['without a start', karin.id, { end: at(14) }, 400, 'ErrorInvalidRequest'],
    ['with an unknown property', karin.id, { ...times, child: 'x' }, 400, 'ErrorInvalidRequest'],
    [
      'with something that is no mail address',
      karin.id,
      { ...times, attendees: [{ emailAddress: { address: 'x' } }] },
      400,
      'ErrorInvalidRequest',
    ],
    ['with an unknown sensitivity', karin.id, { ...times, sensitivity: 'secret' }, 400, 'ErrorInvalidRequest'],
  ])('%s', async (_, user, event, status, code) => {
    expect(await graph.ask('POST', `/users/${user}/events`, event)).toMatchObject({
      status,
      body: { error: { code } },
    });
  });

  it('that is not JSON', async () => {
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    const response = await fetch(`${graph.origin}/v1.0/users/${karin.id}/events`, {
      method: 'POST',
      headers,
      body: '{',
    });
    expect(response.status).toBe(400);
  });
});

it('cancelling by somebody who was only invited', async () => {
  const copy = graph.listEvents(olle.id)[0]?.id ?? '';
  expect(await graph.ask('POST', `${path(copy, olle.id)}/cancel`, { Comment: '' })).toMatchObject({ status: 400 });
  expect(await graph.ask('PATCH', path(copy, olle.id), { subject: 'x' })).toMatchObject({ status: 400 });
  expect(await graph.ask('POST', `${path(eventId)}/accept`, {})).toMatchObject({ status: 400 });
});

it("a change on top of somebody else's change", async () => {
  expect((await graph.ask('PATCH', path(eventId), { subject: 'Ett' }, { 'if-match': etag })).status).toBe(200);
  const stale = await graph.ask('PATCH', path(eventId), { subject: 'Två' }, { 'if-match': etag });
  expect(stale).toMatchObject({ status: 412, body: { error: { code: 'ErrorIrresolvableConflict' } } });
  expect(graph.listEvents(karin.id)[0]?.subject).toBe('Ett');
});

it("an event of somebody else's mailbox, an unknown property in $select, a calendar view without a window", async () => {
  expect(await graph.ask('GET', path(eventId, olle.id))).toMatchObject({
    status: 404,
    body: { error: { code: 'ErrorItemNotFound' } },
  });
  expect((await graph.ask('GET', `${path(eventId)}?$select=subject,nothing`)).status).toBe(400);
  expect((await graph.ask('GET', `/users/${karin.id}/calendarView`)).status).toBe(400);
  const view = await graph.ask(
    'GET',
    `/users/${karin.id}/calendarView?startDateTime=2027-03-09T00:00:00&endDateTime=2027-03-10T00:00:00&$select=subject`,
  );
  expect(view.body?.value).toMatchObject([{ id: eventId }]);
});

it('a schedule of more than 62 days or with an interval under five minutes', async () => {
  const ask = (changed: object) =>
    graph.ask('POST', `/users/${karin.id}/calendar/getSchedule`, {
      Schedules: [olle.mail],
      startTime: at(13),
      endTime: at(15),
      ...changed,
    });
  expect((await ask({ endTime: { ...at(15), dateTime: '2027-06-09T13:00:00' } })).status).toBe(400);
  expect((await ask({ availabilityViewInterval: 4 })).status).toBe(400);
  expect((await ask({ availabilityViewInterval: 60 })).body?.value).toMatchObject([
    { scheduleId: olle.mail, availabilityView: '10' },
  ]);
});

it('a search among people without ConsistencyLevel; other organisations are never found', async () => {
  const search = `/users?$search=${encodeURIComponent('"displayName:a"')}`;
  expect((await graph.ask('GET', search)).status).toBe(400);
  const { body } = await graph.ask('GET', search, undefined, { ConsistencyLevel: 'eventual' });
  expect(body?.value.map((one) => one.displayName)).toEqual(['Karin Ek', 'Olle Alm']);
  expect((await graph.ask('GET', `/users/${bup.id}`)).status).toBe(404);
});
