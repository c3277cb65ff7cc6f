import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createGuard } from '../../bot/http/guard.ts';
import { guardRoute } from '../../bot/http/guard-route.ts';
import { createDoor, type Door } from '../../bot/http/open-door.ts';
import { MAX_ACTIVITY_BYTES } from '../../bot/http/read-activity.ts';
import { createLog } from '../../bot/log/log.ts';
import { APP_ID, type Framework, invoke, SERVICE_URL, startFramework, TENANT } from '../support/framework-tokens.ts';

let framework: Framework;
let reached: unknown[] = [];
let lines: string[] = [];
const destination = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
let door: Door;
let port = 0;

beforeAll(async () => {
  framework = await startFramework(new Date());
  const guard = createGuard({
    appId: APP_ID,
    allowedTenants: [TENANT],
    serviceUrlHosts: ['smba.trafficmanager.net'],
    keys: framework.keys,
  });
  const take = guardRoute(guard, async (activity, response) => {
    reached.push(activity);
    response.send(200, { statusCode: 200 });
  });
  door = createDoor({
    name: 'test',
    log: createLog({ key: 'k', destination }),
    maxConnections: 100,
    routes: [{ method: 'post', path: '/api/messages', most: MAX_ACTIVITY_BYTES, take }],
  });
  const { server } = door;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = server.address().port;
});
afterAll(() => door.close());
beforeEach(() => {
  reached = [];
  lines = [];
});

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test('a signed invoke reaches the bot, parsed', async () => {
  const answer = await post(JSON.stringify(invoke()), { authorization: `Bearer ${await framework.token()}` });
  expect([answer.status, await answer.json()]).toEqual([200, { statusCode: 200 }]);
  expect(reached).toEqual([expect.objectContaining({ type: 'invoke', serviceUrl: SERVICE_URL })]);
  expect(lines).toEqual([]);
});

test('an unsigned one never does, and the log has the reason only as a code', async () => {
  const answer = await post(JSON.stringify(invoke({ text: 'Kanariefågel 20111111-1111' })));
  expect([answer.status, await answer.text()]).toEqual([401, '']);
  expect(reached).toEqual([]);
  expect(logged()).toEqual([
    {
      level: 40,
      time: expect.any(String),
      event: 'guard.refused',
      status: 401,
      reason: 'no-token',
      route: '/api/messages',
      from: expect.stringMatching(/^[a-p]{12}$/),
    },
  ]);
});

test('one of another tenant and one with a foreign serviceUrl never do', async () => {
  const authorization = `Bearer ${await framework.token()}`;
  const strangers = [
    invoke({ channelData: { tenant: { id: 'a0000000-0000-4000-8000-00000000000b' } } }),
    invoke({ serviceUrl: 'https://evil.example/' }),
  ];
  for (const stranger of strangers) expect((await post(JSON.stringify(stranger), { authorization })).status).toBe(403);
  expect(reached).toEqual([]);
  expect(logged().map(({ reason, tenant }) => [reason, tenant])).toEqual([
    ['tenant', 'a0000000-0000-4000-8000-00000000000b'],
    ['service-url-claim', TENANT],
  ]);
});

test('an announced body above the limit is refused before it has come', async () => {
  const answer = await raw('Content-Length: 300000\r\n\r\n{');
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toMatch(/^connection: close\r$/im);
  expect(reached).toEqual([]);
});

test('an endless body is refused at the limit', async () => {
  const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
  const authorization = `Authorization: Bearer ${await framework.token()}\r\n`;
  expect(await raw(`${authorization}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(9)}`)).toMatch(/^HTTP\/1.1 413 /);
  expect(reached).toEqual([]);
});

test('of somebody without a token no body is read: the answer comes before it, and the connection ends', async () => {
  expect(await raw(`Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":`)).toMatch(/^HTTP\/1.1 401 /);
  expect(reached).toEqual([]);
});

test('after all that it still answers', async () => {
  expect((await post('{}')).status).toBe(401);
});

/** The answer to a request that is never finished. */
const raw = (rest: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${rest}`),
    );
    let answer = '';
    socket.on('data', (data) => {
      answer += String(data);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
  });
