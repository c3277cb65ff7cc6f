import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/ports.ts';
import { bup, karin, olle, siv, startLocalGraph, type TestGraph } from '../support/local-graph.ts';

let graph: TestGraph;
beforeEach(async () => {
  graph = await startLocalGraph();
});
afterEach(() => graph.stop());

const called = [olle, bup].map(({ mail, name }) => ({ mail, name }));
const booking = (changed: Partial<Booking> = {}): Booking => ({
  organizerId: karin.id,
  transactionId: 'meeting-1-call-1',
  subject: 'Samverkansmöte K7M-3XQ',
  body: 'Du är kallad till ett samverkansmöte.',
  startAt: Temporal.Instant.from('2027-03-09T12:00:00Z'),
  endAt: Temporal.Instant.from('2027-03-09T13:00:00Z'),
  place: 'Stadshuset, rum Dalbo',
  online: false,
  attendees: called,
  ...changed,
});
const eventPath = (eventId: string) => `/users/${karin.id}/events/${encodeURIComponent(eventId)}`;

describe('a kallelse is sent', () => {
  it('stands in the calendars of the convener and of everybody called, in another organisation too', async () => {
    const { eventId } = await graph.calendar.book(booking());

    expect(graph.listEvents(karin.id)).toMatchObject([
      { id: eventId, isOrganizer: true, canAnswer: false, attendees: called },
    ]);
    for (const invitee of [olle, bup]) {
      const [event, ...others] = graph.listEvents(invitee.id);
      expect(others).toEqual([]);
      expect(event).toMatchObject({
        subject: 'Samverkansmöte K7M-3XQ',
        place: 'Stadshuset, rum Dalbo',
        startAt: '2027-03-09T12:00:00Z',
        canAnswer: true,
        answer: 'NONE',
      });
      expect(graph.listMessages(invitee.id)).toMatchObject([
        { kind: 'INVITATION', from: { name: 'Karin Ek' }, eventId: event?.id },
      ]);
    }
    expect(graph.listEvents(siv.id)).toEqual([]);
  });

  it('twice with the same transactionId makes one event and one mail', async () => {
    const first = await graph.calendar.book(booking());
    const again = await graph.calendar.book(booking());

    expect(again).toEqual(first);
    expect(graph.listEvents(karin.id)).toHaveLength(1);
    expect(graph.listMessages(olle.id)).toHaveLength(1);
    expect((await graph.calendar.book(booking({ transactionId: 'meeting-1-call-2' }))).eventId).not.toBe(first.eventId);
  });

  it('is private, hides the invitees from each other and names a time zone that Graph documents', async () => {
    const { eventId } = await graph.calendar.book(booking());

    const { body } = await graph.ask('GET', eventPath(eventId));
    expect(body).toMatchObject({
      sensitivity: 'private',
      hideAttendees: true,
      isOnlineMeeting: false,
      responseRequested: true,
    });
    expect(graph.record[0]?.body).toMatchObject({
      start: { dateTime: '2027-03-09T13:00:00', timeZone: 'W. Europe Standard Time' },
    });
    expect(graph.listEvents(olle.id)[0]?.attendees.map(({ mail }) => mail)).toEqual([olle.mail]);
  });

  it('says nothing about a place that is told by word of mouth', async () => {
    await graph.calendar.book(booking({ place: null }));

    expect(graph.record[0]?.body).not.toHaveProperty('location');
    expect(graph.listEvents(olle.id)[0]?.place).toBeNull();
  });

  it.each(['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'])(
    'at 13:00 on %s is at 13:00 on the wall, summer time or not',
    async (day) => {
      const startAt = Temporal.ZonedDateTime.from(`${day}T13:00[Europe/Stockholm]`).toInstant();
      const { eventId } = await graph.calendar.book(booking({ startAt, endAt: startAt.add({ hours: 1 }) }));

      expect(graph.record[0]?.body).toMatchObject({
        start: { dateTime: `${day}T13:00:00` },
        end: { dateTime: `${day}T14:00:00` },
      });
      const state = await graph.calendar.read({ organizerId: karin.id, eventId });
      expect(state?.startAt).toEqual(startAt);
      expect(state?.endAt).toEqual(startAt.add({ hours: 1 }));
      const { body } = await graph.ask('GET', eventPath(eventId), undefined, {
        prefer: 'outlook.timezone="W. Europe Standard Time"',
      });
      expect(body?.start).toEqual({ dateTime: `${day}T13:00:00.0000000`, timeZone: 'W. Europe Standard Time' });
    },
  );

  it.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
    'keeps the instant %s, which the wall clock shows twice',
    async (text) => {
      const startAt = Temporal.Instant.from(text);
      const { eventId } = await graph.calendar.book(booking({ startAt, endAt: startAt.add({ minutes: 15 }) }));

      expect((await graph.calendar.read({ organizerId: karin.id, eventId }))?.startAt).toEqual(startAt);
    },
  );
});

describe('the invitees answer', () => {
  it('and the convener reads each answer with its time', async () => {
    const { eventId } = await graph.calendar.book(
      booking({ attendees: [olle, siv, bup].map(({ mail, name }) => ({ mail, name })) }),
    );
    const copyOf = (id: string) => graph.listEvents(id)[0]?.id ?? '';
    graph.clock.set('2027-03-02T08:00:00Z');
    graph.answer(olle.id, copyOf(olle.id), 'accept');
    graph.answer(bup.id, copyOf(bup.id), 'decline');

    const read = async () => (await graph.calendar.read({ organizerId: karin.id, eventId }))?.answers;
    const at = Temporal.Instant.from('2027-03-02T08:00:00Z');
    expect(await read()).toEqual([
      { mail: olle.mail.toLowerCase(), answer: 'ACCEPTED', at },
      { mail: siv.mail, answer: 'NONE', at: null },
      { mail: bup.mail, answer: 'DECLINED', at },
    ]);
    graph.answer(siv.id, copyOf(siv.id), 'tentativelyAccept');
    graph.answer(bup.id, copyOf(bup.id), 'accept');
    expect((await read())?.map(({ answer }) => answer)).toEqual(['ACCEPTED', 'TENTATIVE', 'ACCEPTED']);
    expect(graph.listMessages(karin.id)).toMatchObject([
      { kind: 'ANSWER', from: { name: 'Per Asp' }, answer: 'ACCEPTED' },
      {},
      {},
      {},
    ]);
  });

  it('over HTTP too, with names in either case', async () => {
    const { eventId } = await graph.calendar.book(booking());
    const copy = encodeURIComponent(graph.listEvents(olle.id)[0]?.id ?? '');

    const accepted = await graph.ask('POST', `/users/${olle.id}/events/${copy}/tentativelyAccept`, {
      Comment: 'kanske',
      SendResponse: true,
    });

    expect(accepted).toMatchObject({ status: 202, body: null });
    expect((await graph.calendar.read({ organizerId: karin.id, eventId }))?.answers[0]).toMatchObject({
      answer: 'TENTATIVE',
    });
    const { body } = await graph.ask(
      'GET',
      `/users/${bup.id}/events/${encodeURIComponent(graph.listEvents(bup.id)[0]?.id ?? '')}`,
    );
    expect(body?.responseStatus).toEqual({ response: 'notResponded', time: '0001-01-01T00:00:00Z' });
  });

  it('from another of their addresses, and from nobody else’s', async () => {
    await graph.calendar.book(booking());
    const copy = graph.listEvents(olle.id)[0]?.id ?? '';
    for (const from of [bup.mail, 'nobody@y.example'])
      expect(() => graph.answer(olle.id, copy, 'accept', from)).toThrow(/no address of this mailbox/);
    graph.answer(olle.id, copy, 'accept', olle.mail);
  });

  it('but nobody answers their own meeting or a cancelled one', async () => {
    const { eventId } = await graph.calendar.book(booking());
    expect(() => graph.answer(karin.id, eventId, 'accept')).toThrow(/organizer/);

    await graph.calendar.cancel({ organizerId: karin.id, eventId }, 'Mötet är inställt.');
    expect(() => graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept')).toThrow(/canceled/);
  });
});

describe('the meeting changes', () => {
  it('is cancelled: gone for the convener, marked for the others, who get the neutral comment', async () => {
    const { eventId } = await graph.calendar.book(booking());

    await graph.calendar.cancel({ organizerId: karin.id, eventId }, 'Mötet är inställt.');

    expect(await graph.calendar.read({ organizerId: karin.id, eventId })).toBeNull();
    expect(graph.listEvents(olle.id)).toMatchObject([{ cancelled: true, canAnswer: false }]);
    expect(graph.listMessages(olle.id)[0]).toMatchObject({ kind: 'CANCELLATION', body: 'Mötet är inställt.' });
    await expect(graph.calendar.cancel({ organizerId: karin.id, eventId }, 'en gång till')).resolves.toBeUndefined();
  });

  it('has another list of attendees: it replaces the old one, who stays keeps their answer, only the changed get mail', async () => {
    const { eventId } = await graph.calendar.book(booking());
    graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');
    const attendees = [olle, siv].map(({ mail }) => ({ emailAddress: { address: mail.toUpperCase() } }));

    expect(await graph.ask('PATCH', eventPath(eventId), { attendees })).toMatchObject({ status: 200 });

    const state = await graph.calendar.read({ organizerId: karin.id, eventId });
    expect(state?.answers.map(({ mail, answer }) => [mail, answer])).toEqual([
      [olle.mail.toLowerCase(), 'ACCEPTED'],
      [siv.mail, 'NONE'],
    ]);
    expect(graph.listEvents(bup.id)).toMatchObject([{ cancelled: true }]);
    const mailed = [olle, siv, bup].map(({ id }) => graph.listMessages(id).map(({ kind }) => kind));
    expect(mailed).toEqual([['INVITATION'], ['INVITATION'], ['CANCELLATION', 'INVITATION']]);
  });

  it('is moved by somebody in Outlook: everybody is told and asked again', async () => {
    const { eventId } = await graph.calendar.book(booking());
    graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');
    const [start, end] = ['14:00:00', '15:00:00'].map((time) => ({
      dateTime: `2027-03-10T${time}`,
      timeZone: 'W. Europe Standard Time',
    }));

    await graph.ask('PATCH', eventPath(eventId), { start, end });

    const state = await graph.calendar.read({ organizerId: karin.id, eventId });
    expect(state?.startAt.toString()).toBe('2027-03-10T13:00:00Z');
    expect(graph.listEvents(olle.id)).toMatchObject([{ answer: 'NONE', canAnswer: true }]);
    expect(graph.listMessages(olle.id)[0]).toMatchObject({ kind: 'UPDATE', startAt: '2027-03-10T13:00:00Z' });
  });

  it('is deleted by somebody in Outlook: the program reads that it is gone', async () => {
    const { eventId } = await graph.calendar.book(booking());
    expect((await graph.ask('DELETE', eventPath(eventId))).status).toBe(204);
    expect(await graph.calendar.read({ organizerId: karin.id, eventId })).toBeNull();
  });
});

it('what was booked and answered is there after a restart, and so is the transactionId', async () => {
  const { eventId } = await graph.calendar.book(booking());
  graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');

  const restarted = await startLocalGraph({ folder: graph.folder });
  try {
    expect((await restarted.calendar.read({ organizerId: karin.id, eventId }))?.answers[0]).toMatchObject({
      answer: 'ACCEPTED',
    });
    expect(await restarted.calendar.book(booking())).toMatchObject({ eventId });
    restarted.startOver();
    expect(restarted.listEvents(karin.id)).toEqual([]);
  } finally {
    await restarted.stop();
  }
});
