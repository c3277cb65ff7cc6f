import { afterEach, beforeEach, expect, it } from 'vitest';
import { RemoteGone, RemoteUnreachable } from '../../domain/ports.ts';
import { misfitsIn } from '../support/graph-shapes.ts';
import { karin, olle, startLocalGraph, type TestGraph } from '../support/local-graph.ts';
import { startNotificationSink } from '../support/notification-sink.ts';

let sink: Awaited<ReturnType<typeof startNotificationSink>>;
let graph: TestGraph;
beforeEach(async () => {
  sink = await startNotificationSink();
  graph = await startLocalGraph({ notifyAt: sink.url });
});
afterEach(async () => {
  await graph.stop();
  await sink.stop();
});

const inHours = (hours: number) => graph.clock.now().add({ hours });
async function book() {
  const startAt = inHours(200);
  const texts = {
    subject: 'Samverkansmöte',
    body: '',
    place: null,
    online: false,
    attendees: [{ mail: olle.mail, name: olle.name }],
  };
  return graph.calendar.book({
    organizerId: karin.id,
    transactionId: 'call-1',
    startAt,
    endAt: startAt.add({ hours: 1 }),
    ...texts,
  });
}
const answer = () => graph.answer(olle.id, graph.listEvents(olle.id)[0]?.id ?? '', 'accept');

it('an answer in Outlook is told to the program, with the secret and without a word of the meeting', async () => {
  const { subscriptionId, expiresAt } = await graph.calendar.subscribe(karin.id, 'secret', inHours(24));
  expect(sink.handshakes).toEqual(['/notifications', '/lifecycle']);
  expect(expiresAt).toEqual(inHours(24));
  const { eventId } = await book();
  answer();

  const [created, updated] = await sink.arrived(2);
  expect(misfitsIn('notifications', { value: sink.received })).toEqual([]);

  const resource = `Users/${karin.id}/Events/${eventId}`;
  expect(created).toMatchObject({
    subscriptionId,
    clientState: 'secret',
    changeType: 'created',
    resource,
    resourceData: { id: eventId },
  });
  expect(updated).toMatchObject({ changeType: 'updated', resource });
  expect(updated?.resourceData['@odata.etag']).not.toBe(created?.resourceData['@odata.etag']);
  expect(JSON.stringify(sink.received)).not.toContain('Samverkansmöte');
});

it('a receiver that does not echo the token gets no subscription now, and is tried again later', async () => {
  sink.refuseHandshakes();
  const subscribing = graph.calendar.subscribe(karin.id, 'secret', inHours(24));
  await expect(subscribing).rejects.toEqual(new RemoteUnreachable('handshake'));
  expect((await graph.ask('GET', '/subscriptions')).body?.value).toEqual([]);
});

it('a receiver that fails gets the same notification again', async () => {
  await graph.calendar.subscribe(karin.id, 'secret', inHours(24));
  sink.answerWith(503, 500);
  const { eventId } = await book();
  expect((await sink.arrived(1)).map(({ resourceData }) => resourceData.id)).toEqual([eventId]);
});

it('what was not acknowledged is sent after a restart', async () => {
  await graph.calendar.subscribe(karin.id, 'secret', inHours(24));
  sink.answerAlways(503);
  const { eventId } = await book();
  await graph.close();
  sink.answerAlways(202);

  const restarted = await startLocalGraph({ folder: graph.folder });
  try {
    expect((await sink.arrived(1))[0]?.resourceData.id).toBe(eventId);
  } finally {
    await restarted.stop();
  }
});

it('a lost notification does not come, the next one does', async () => {
  await graph.calendar.subscribe(karin.id, 'secret', inHours(24));
  graph.faults.loseNotifications = true;
  await book();
  graph.faults.loseNotifications = false;
  answer();
  expect((await sink.arrived(1)).map(({ changeType }) => changeType)).toEqual(['updated']);
});

it('a subscription lasts at most 10,080 minutes, can be renewed while it lives and is silent when it has expired', async () => {
  const asked = await graph.calendar.subscribe(karin.id, 'secret', inHours(24 * 30));
  expect(asked.expiresAt).toEqual(graph.clock.now().add({ minutes: 10_079 }));
  const tooLong = { expirationDateTime: inHours(24 * 8).toString() };
  expect((await graph.ask('PATCH', `/subscriptions/${asked.subscriptionId}`, tooLong)).status).toBe(400);

  graph.clock.set(asked.expiresAt.subtract({ hours: 1 }).toString());
  expect(await graph.calendar.renew(asked.subscriptionId, inHours(2))).toEqual({ ...asked, expiresAt: inHours(2) });
  graph.clock.set(inHours(3).toString());
  await expect(graph.calendar.renew(asked.subscriptionId, inHours(2))).rejects.toBeInstanceOf(RemoteGone);
  await book();
  await graph.calendar.subscribe(karin.id, 'secret', inHours(24));
  answer();
  expect((await sink.arrived(1)).map(({ changeType }) => changeType)).toEqual(['updated']);
});

it('the pages hear of every change in the mailboxes it happened in', async () => {
  const heard: string[] = [];
  const stop = graph.onChange((mailboxId) => heard.push(mailboxId));
  await book();
  expect(heard.splice(0)).toEqual([karin.id, olle.id]);
  stop();
  answer();
  expect(heard).toEqual([]);
});
