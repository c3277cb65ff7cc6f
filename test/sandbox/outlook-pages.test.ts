import { expect, test } from 'vitest';
import { KARIN, LENA, SAMIRA, startOutlook } from '../support/outlook.ts';

test('an invitee answers on the page, and both mailboxes show it', async () => {
  const outlook = await startOutlook();
  await outlook.book();
  const eventId = outlook.mailboxes.listEvents(LENA).find((event) => event.canAnswer)?.id;

  expect(
    await outlook.post(`/sandbox/mailboxes/${LENA}/answers`, { eventId, action: 'tentativelyAccept' }),
  ).toMatchObject({ status: 200 });
  const lena = await outlook.read(`/sandbox/mailboxes/${LENA}`);
  expect(lena.messages[0]).toMatchObject({
    kind: 'INVITATION',
    answer: 'TENTATIVE',
    when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
  });
  const karin = await outlook.read(`/sandbox/mailboxes/${KARIN}`);
  expect(karin.messages[0]).toMatchObject({ kind: 'ANSWER', said: 'TENTATIVE', from: 'Lena Hassel' });
});

test('the convener moves their own meeting there and adds people and rooms; an invitee answers from another address', async () => {
  const outlook = await startOutlook();
  await outlook.book();
  const own = () => outlook.mailboxes.listEvents(KARIN).find((event) => event.isOrganizer && !event.filler);
  const path = `/sandbox/mailboxes/${KARIN}/changes`;
  const eventId = own()?.id;
  const time = { start: '2026-03-04T09:00:00', end: '2026-03-04T10:00:00' };
  const add = { name: 'Rum Dalbo', address: 'rum@vanersborg.example', isRoom: true };
  for (const change of [{ time }, { add }])
    expect(await outlook.post(path, { eventId, ...change })).toMatchObject({ status: 200 });
  const from = 'lena.hassel@bup.vgregion.example';
  const copy = outlook.mailboxes.listEvents(LENA).find((event) => event.canAnswer)?.id;
  await outlook.post(`/sandbox/mailboxes/${LENA}/answers`, { eventId: copy, action: 'accept', from });
  expect(own()?.startAt).toBe('2026-03-04T08:00:00Z');
  expect(own()?.attendees).toMatchObject([
    { mail: 'samira.hagg@vanersborg.example', answer: 'NONE' },
    { mail: from, answer: 'ACCEPTED' },
    { mail: add.address, isRoom: true },
  ]);
  const odd = { eventId, time: { start: 'x', end: 'y' } };
  expect(await outlook.post(path, odd)).toMatchObject({
    status: 409,
    body: { message: expect.stringMatching(/går inte/) },
  });
  expect(await outlook.post(`/sandbox/mailboxes/${LENA}/changes`, { eventId: copy, time })).toMatchObject({
    status: 409,
  });
});

test('only the newest mail about a meeting can be answered, and none when it is cancelled', async () => {
  const outlook = await startOutlook();
  await outlook.book();
  const event = outlook.mailboxes.listEvents(KARIN).find((one) => one.isOrganizer && !one.filler);
  await fetch(`${outlook.url}/v1.0/users/${KARIN}/events/${encodeURIComponent(event?.id ?? '')}/cancel`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ comment: 'Mötet är inställt.' }),
  });

  const samira = await outlook.read(`/sandbox/mailboxes/${SAMIRA}`);
  expect(samira.messages.map(({ kind, canAnswer, superseded }) => ({ kind, canAnswer, superseded }))).toEqual([
    { kind: 'CANCELLATION', canAnswer: false, superseded: false },
    { kind: 'INVITATION', canAnswer: false, superseded: true },
  ]);
});

test('an open page hears of every change', async () => {
  const outlook = await startOutlook();
  const changes = await fetch(`${outlook.url}/sandbox/changes`);
  const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('retry');

  await outlook.post('/sandbox/clock', { days: 7 });
  expect((await reader?.read())?.value).toContain('changed');
  const state = await outlook.read('/sandbox/state');
  expect(state.clock).toMatchObject({ day: 'måndag 2 mars 2026', time: 'kl. 09.20', week: 'v. 10' });
});

test.each([
  ['/sandbox/clock', { days: -1 }],
  ['/sandbox/clock', {}],
  ['/sandbox/faults', { graph: 'sometimes' }],
  ['/sandbox/faults', { unknown: true }],
  ['/sandbox/actor', { id: 'nobody' }],
  [`/sandbox/mailboxes/${LENA}/answers`, { eventId: 'x', action: 'maybe' }],
])('%s says in a sentence why it will not take %j', async (path, body) => {
  const outlook = await startOutlook();
  expect(await outlook.post(path, body)).toMatchObject({ status: 400, body: { message: expect.stringMatching(/\w/) } });
});

test('a meeting that is not there cannot be answered, and a mailbox that is not there not be read', async () => {
  const outlook = await startOutlook();
  expect(await outlook.post(`/sandbox/mailboxes/${LENA}/answers`, { eventId: 'x', action: 'accept' })).toMatchObject({
    status: 409,
  });
  expect((await fetch(`${outlook.url}/sandbox/mailboxes/nobody`)).status).toBe(404);
});

test('a path cannot lead out of the pages', async () => {
  const { url } = await startOutlook();
  for (const path of ['/pages/%2e%2e/register.json', '/pages/..%2fregister.json', '/pages/register.json'])
    expect((await fetch(url + path)).status).toBe(404);
});
