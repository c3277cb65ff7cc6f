import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { bup, karin, olle, siv, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

let graph: TestGraph;
afterEach(() => graph.stop());

const from = Temporal.Instant.from('2027-03-08T06:00:00Z');
const to = Temporal.Instant.from('2027-03-12T18:00:00Z');
const startAt = Temporal.Instant.from('2027-03-09T12:00:00Z');
const endAt = Temporal.Instant.from('2027-03-09T13:00:00Z');

async function bookWith(...mails: string[]) {
  const attendees = mails.map((mail) => ({ mail, name: mail }));
  const texts = { subject: 'Samverkansmöte', body: '', place: null, online: false };
  await graph.calendar.book({ organizerId: karin.id, transactionId: 'call-1', startAt, endAt, attendees, ...texts });
}

it('shows when people of the own organisation are busy, an unanswered invitation included, a declined one not', async () => {
  graph = await startLocalGraph();
  await bookWith(olle.mail, siv.mail);
  graph.answer(siv.id, graph.listEvents(siv.id)[0]?.id ?? '', 'decline');

  expect(await graph.calendar.availability(karin.id, [karin.mail, olle.mail, siv.mail], from, to)).toEqual([
    { mail: karin.mail, seen: true, busy: [{ startAt, endAt }] },
    { mail: olle.mail, seen: true, busy: [{ startAt, endAt }] },
    { mail: siv.mail, seen: true, busy: [] },
  ]);
});

it('cannot see into another organisation or an unknown mailbox', async () => {
  graph = await startLocalGraph();
  await bookWith(bup.mail);
  const unseen = (mail: string) => ({ mail, seen: false, busy: [] });
  const mails = [bup.mail, 'ingen@annan.example'];
  expect(await graph.calendar.availability(karin.id, mails, from, to)).toEqual(mails.map(unseen));
});

it('asks for at most twenty mailboxes a call and keeps the order', async () => {
  graph = await startLocalGraph();
  const mails = [...Array.from({ length: 24 }, (_, n) => `nr${n}@annan.example`), olle.mail.toUpperCase()];

  const found = await graph.calendar.availability(karin.id, mails, from, to);

  expect(found.map(({ mail }) => mail)).toEqual(mails);
  expect(found.at(-1)).toMatchObject({ seen: true });
  expect(graph.record).toHaveLength(2);
});

it('has made-up busy times that differ between people and are the same every time', async () => {
  graph = await startLocalGraph({ fillers: true });
  const ask = () => graph.calendar.availability(karin.id, [karin.mail, olle.mail, siv.mail], from, to);

  const [karins, olles, sivs] = await ask();

  expect(await ask()).toEqual([karins, olles, sivs]);
  expect(new Set([karins, olles, sivs].map((one) => JSON.stringify(one?.busy))).size).toBe(3);
  expect(karins?.busy.length).toBeGreaterThan(0);
  for (const { startAt: at } of karins?.busy ?? [])
    expect(at.toZonedDateTimeISO('Europe/Stockholm').hour).toBeGreaterThanOrEqual(8);
  const shown = graph.listEvents(karin.id, { from, to });
  expect(shown.map((event) => event.startAt)).toEqual(karins?.busy.map((one) => one.startAt.toString()));
  expect(shown[0]).toMatchObject({ filler: true, canAnswer: false, subject: 'Upptagen' });
});

it('without items the row of digits says when they are busy', async () => {
  graph = await startLocalGraph();
  await bookWith(olle.mail);
  graph.faults.schedule = 'viewOnly';
  const halves = [startAt, startAt.add({ minutes: 30 })].map((at) => ({ startAt: at, endAt: at.add({ minutes: 30 }) }));
  expect(await graph.calendar.availability(karin.id, [olle.mail, siv.mail, bup.mail], from, to)).toEqual([
    { mail: olle.mail, seen: true, busy: halves },
    { mail: siv.mail, seen: true, busy: [] },
    { mail: bup.mail, seen: false, busy: [] },
  ]);
});

it('a mailbox whose items do not say when cannot be seen; the others can', async () => {
  graph = await startLocalGraph();
  await bookWith(olle.mail);
  graph.faults.schedule = 'noTimes';
  expect(await graph.calendar.availability(karin.id, [olle.mail, siv.mail], from, to)).toEqual([
    { mail: olle.mail, seen: false, busy: [] },
    { mail: siv.mail, seen: true, busy: [] },
  ]);
});

it('a mailbox that is no more cannot be seen; one that asks cannot ask', async () => {
  graph = await startLocalGraph();
  graph.faults.goneMailbox = olle.id;
  expect(await graph.calendar.availability(karin.id, [olle.mail, siv.mail], from, to)).toMatchObject([
    { seen: false },
    { seen: true },
  ]);
  await expect(graph.calendar.availability(olle.id, [siv.mail], from, to)).rejects.toMatchObject({
    cause: 'noMailbox',
  });
});
