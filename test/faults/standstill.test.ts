/**
 * A program that stands still (a machine with too much to do, a laptop that slept) loses its claims, and another copy
 * carries its effects out. When it goes on it neither sends nor stores what is not its own any more.
 */

import { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorker } from '../../bot/engine/run-effects.ts';
import { createConnector } from '../../bot/http/connector.ts';
import { createLog } from '../../bot/log/log.ts';
import type { Calendar, Channel } from '../../domain/ports.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { createPGlite, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';
import { testDispatch } from '../support/test-dispatch.ts';

const nowhere = new Writable({ write: (_line, _encoding, done) => done() });
const ours = async () => true;
const lost = async () => false;

let place: TestDatabase;
let open: OpenDatabase;
let effectId: string;
/** Each post waits here until Teams answers it. */
let posts: ((activityId: string) => void)[];
let carryOut: ReturnType<typeof createWorker>;

beforeEach(async () => {
  place = await createPGlite();
  const clock = testClock();
  open = await openTestDatabase(place.location, { clock });
  const { database, prisma } = open;
  const log = createLog({ key: 'k', destination: nowhere });
  posts = [];
  const channel: Channel = {
    post: ({ conversationId }) =>
      new Promise((sent) => posts.push((activityId) => sent({ conversationId, activityId }))),
    update: () => Promise.reject(new Error('there is nothing to update')),
  };
  const dispatch = testDispatch(database, clock, log);
  carryOut = createWorker({ database, outside: { channel, calendar: {} as Calendar }, dispatch, log, isPaced: false });
  const id = uuid();
  const at = { tenantId: 't', language: 'sv', conversationId: 'c', serviceUrl: 'http://x', createdAt: new Date(0) };
  await prisma.posting.create({ data: { ...at, id, kind: 'HELP', page: 'help', turn: 't' } });
  await database.transaction((store) => store.queue([{ kind: 'card', subjectId: id }]));
  effectId = (await prisma.effect.findFirstOrThrow()).id;
});
afterEach(async () => {
  await open.close();
  await place.remove();
});

const untilPosted = (count: number) => expect.poll(() => posts.length).toBe(count);
const stored = async () => {
  const [effects, posting] = [await open.prisma.effect.findMany(), await open.prisma.posting.findFirstOrThrow()];
  return { effects: effects.map(({ state, attempts }) => ({ state, attempts })), standsIn: posting.activityId };
};

test('nothing is sent on a claim that somebody else has taken over', async () => {
  await carryOut(effectId, lost);
  expect(posts).toEqual([]);
  // Whoever has it sends it.
  const other = carryOut(effectId, ours);
  await untilPosted(1);
  posts[0]?.('m1');
  await other;
  expect(await stored()).toEqual({ effects: [{ state: 'DONE', attempts: 1 }], standsIn: 'm1' });
});

test('one that wakes while the rightful one is sending leaves it alone, and what came of that is stored', async () => {
  const rightful = carryOut(effectId, ours);
  await untilPosted(1);
  await carryOut(effectId, lost);
  posts[0]?.('m1');
  await rightful;
  expect(await stored()).toEqual({ effects: [{ state: 'DONE', attempts: 1 }], standsIn: 'm1' });
});

test('one that was overtaken by a program that is gone, and has the job back, carries it out to its end', async () => {
  const overtaken = carryOut(effectId, ours);
  await untilPosted(1);
  carryOut(effectId, ours).catch(() => undefined); // nobody answers it before its database is gone
  await untilPosted(2);
  posts[0]?.('m1');
  await untilPosted(3);
  posts[2]?.('m3');
  await overtaken;
  expect(await stored()).toEqual({ effects: [{ state: 'DONE', attempts: 3 }], standsIn: 'm3' });
});

test('what an overtaken one was answered changes nothing while the other is still sending, and nothing afterwards', async () => {
  let isTaken = false;
  const untilTaken = async () => !isTaken;
  const overtaken = [carryOut(effectId, untilTaken), carryOut(effectId, untilTaken)];
  await untilPosted(2);
  const last = carryOut(effectId, ours);
  await untilPosted(3);
  isTaken = true;
  posts[0]?.('m1');
  await overtaken[0];
  expect(await stored()).toEqual({ effects: [{ state: 'SENDING', attempts: 3 }], standsIn: null });
  posts[2]?.('m3');
  await last;
  posts[1]?.('m2');
  await overtaken[1];
  expect(await stored()).toEqual({ effects: [{ state: 'DONE', attempts: 3 }], standsIn: 'm3' });
});

test('an answer that came while the program stood still longer than it waits is read, and the card is not posted again', async () => {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const answering = new Worker(ANSWERING, { eval: true, workerData: flag });
  const port = await new Promise<number>((listening) => answering.once('message', listening));
  const connector = createConnector({ getToken: null, isAllowed: () => true, now: () => '', timeoutMs: 1_000 });
  const to = { serviceUrl: `http://127.0.0.1:${port}`, tenantId: 't', conversationId: 'c', channel: false };
  const posted = connector.post(to, { type: 'AdaptiveCard', version: '1.5' }, '');
  await new Promise((came) => answering.once('message', came));
  // Nothing of this thread runs from here: it is answered meanwhile, and then the time is over.
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
  expect(await posted).toEqual({ conversationId: 'c', activityId: 'm1' });
  await answering.terminate();
});

/** Teams in a thread of its own: says that a request is here, and answers it when it is told to. */
const ANSWERING = `
  const { parentPort, workerData } = require('node:worker_threads');
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => {
      parentPort.postMessage('came');
      Atomics.wait(workerData, 0, 0);
      response.setHeader('content-type', 'application/json').end('{"id":"m1"}');
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;
