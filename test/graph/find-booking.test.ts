/** A booking whose answer was lost is found in the organizer's calendar, and by nothing that people change. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RemoteRefused } from '../../domain/ports.ts';
import { windowsAround } from '../../graph/find-booking.ts';
import { karin, olle, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

const at = (text: string) => Temporal.Instant.from(text);
const startAt = at('2027-03-09T12:00:00Z');
const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

let graph: TestGraph;
let eventId: string;
beforeEach(async () => {
  graph = await startLocalGraph();
  const texts = { subject: "Möte i O'Briens rum", body: '', place: null, online: false };
  const attendees = [{ mail: olle.mail, name: olle.name }];
  const endAt = at('2027-03-09T13:00:00Z');
  const booked = { organizerId: karin.id, transactionId: "m-'1'-1", startAt, endAt, attendees, ...texts };
  ({ eventId } = await graph.calendar.book(booked));
  graph.record.length = 0;
});
afterEach(() => graph.stop());

const find = (transactionId: string, ...times: Temporal.Instant[]) =>
  graph.calendar.findBooking(karin.id, transactionId, times);
const path = () => `/users/${karin.id}/events/${encodeURIComponent(eventId)}`;
const crowd = async (n: number) => {
  for (let i = 0; i < n; i += 1)
    await graph.ask('POST', `/users/${karin.id}/events`, {
      subject: 'Annat',
      start: utc(`2027-03-09T0${i}:00:00`),
      end: utc(`2027-03-09T0${i}:30:00`),
    });
};

it('by its note, in one request, whatever became of its words and its time', async () => {
  await graph.ask('PATCH', path(), {
    subject: 'x',
    start: utc('2027-06-01T09:00:00'),
    end: utc('2027-06-01T10:00:00'),
  });
  expect(await find("m-'1'-1")).toEqual({ organizerId: karin.id, eventId });
  expect(graph.record).toHaveLength(1);
  expect(decodeURIComponent(graph.record[0]?.url ?? '')).toContain("ep/value eq 'm-''1''-1'");
});

it('the note stands in the organizer’s copy only, and is told to nobody who does not ask for it', async () => {
  const copy = graph.listEvents(olle.id)[0]?.id ?? '';
  const id = 'String {6d1f0c8e-3b5a-4f0e-9a57-2c4b8f7e1d10} Name VastbusBooking';
  const expand = `$expand=singleValueExtendedProperties($filter=id eq '${encodeURIComponent(id)}')`;
  const of = async (where: string) => (await graph.ask('GET', where)).body as unknown as Record<string, unknown>;
  expect(await of(path())).not.toHaveProperty('singleValueExtendedProperties');
  expect(await of(`${path()}?${expand}`)).toMatchObject({ singleValueExtendedProperties: [{ id, value: "m-'1'-1" }] });
  const theirs = await of(`/users/${olle.id}/events/${encodeURIComponent(copy)}?${expand}`);
  expect(theirs).not.toHaveProperty('singleValueExtendedProperties');
});

describe('of an older program, without a note', () => {
  beforeEach(async () => {
    await graph.ask('PATCH', path(), { singleValueExtendedProperties: [] });
    await crowd(5);
  });

  it('by its transaction around its time, through every page', async () => {
    graph.faults.pageSize = 2;
    expect(await find("m-'1'-1", startAt.add({ hours: 24 * 40 }), startAt)).toEqual({ organizerId: karin.id, eventId });
    const views = graph.record.filter(({ url }) => url.includes('/calendarView'));
    expect(views).toHaveLength(3);
    expect(views.every(({ url }) => url.startsWith('https://graph.microsoft.com/v1.0/users/'))).toBe(true);
  });

  it('not where it never was', async () => {
    expect(await find("m-'1'-1", startAt.add({ hours: 24 * 40 }))).toBeNull();
    expect(await find('another', startAt)).toBeNull();
  });
});

it('one that is cancelled or gone is not found', async () => {
  await graph.calendar.cancel({ organizerId: karin.id, eventId }, '');
  expect(await find("m-'1'-1", startAt)).toBeNull();
});

it('the next page is a path and nothing else: a token goes to no other host, and a list without an end is refused', async () => {
  const { fetch } = globalThis;
  const asked: string[] = [];
  globalThis.fetch = async (url, init) => {
    asked.push(String(url));
    const link = `https://evil.example/v1.0/users/${karin.id}/events?$skip=${asked.length}`;
    return asked.length > 0 && init
      ? new Response(JSON.stringify({ value: [7], '@odata.nextLink': link }), {
          headers: { 'content-type': 'application/json' },
        })
      : fetch(url, init);
  };
  try {
    await expect(find('x')).rejects.toBeInstanceOf(RemoteRefused);
  } finally {
    globalThis.fetch = fetch;
  }
  expect(asked.length).toBeLessThanOrEqual(100);
  // No Graph lists numbers: what stands there is not measured against Microsoft's shapes.
  graph.record.splice(0);
  expect(asked.every((url) => url.startsWith(graph.origin))).toBe(true);
});

it('another event that has the note, such as a copy, is not it; and a link that is no path of Graph is refused', async () => {
  const { fetch } = globalThis;
  const answering = async (body: object) => {
    globalThis.fetch = async () =>
      new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    return find('x').finally(() => {
      globalThis.fetch = fetch;
    });
  };
  expect(await answering({ value: [{ id: 'copy', transactionId: 'other' }, { id: 'none' }] })).toBeNull();
  for (const link of ['https://graph.microsoft.com/v1.0https://evil.example/x', 'https://evil.example//evil.example'])
    await expect(answering({ value: [], '@odata.nextLink': link })).rejects.toMatchObject({ cause: 'oddPage' });
});

it('a day before to a day after each time; those that meet are asked for once', () => {
  const windows = windowsAround(['2027-03-11T12:00:00Z', '2027-03-09T12:00:00Z', '2027-05-01T12:00:00Z'].map(at));
  expect(windows.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2027-03-08T12:00:00Z 2027-03-12T12:00:00Z',
    '2027-04-30T12:00:00Z 2027-05-02T12:00:00Z',
  ]);
});
