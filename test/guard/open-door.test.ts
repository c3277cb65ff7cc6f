/** What every server of ours withstands, whatever its routes are. */
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createDoor, type Door, type Patience, type Route } from '../../bot/http/open-door.ts';
import { createLog } from '../../bot/log/log.ts';
import { request, sendRaw, standing } from '../support/raw-http.ts';

const lines: string[] = [];
const log = createLog({ key: 'k', destination: { write: (line: string) => void lines.push(line) } });
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

const echo: Route = {
  method: 'post',
  path: '/echo',
  most: 1_000,
  async take({ response, read, refuse }) {
    const body = await read();
    if (body.ok) response.send(200, { got: body.value });
    else refuse(body);
  },
};
const fails = (path: string, take: Route['take'], more: Partial<Route> = {}): Route => ({
  method: 'get',
  path,
  take,
  ...more,
});
const boom = () => {
  throw new TypeError('Anna 20111111-1111');
};
const routes: Route[] = [
  echo,
  { ...echo, path: '/echo-too' },
  { ...echo, path: '/of/:whom/echo' },
  { ...echo, path: '/pieces', most: 100_000 },
  fails('/large', ({ response }) => {
    response.writeHead(200);
    response.end(Buffer.alloc(64 * 1024 * 1024));
  }),
  fails('/sync', boom),
  fails('/async', async () => {
    await Promise.resolve();
    boom();
  }),
  fails('/half', async ({ response }) => {
    response.writeHead(200);
    response.write('half');
    boom();
  }),
  fails('/nothing', () => Promise.reject(undefined)),
  fails('/own', boom, { failed: (response) => void response.send(503) }),
  fails('/print/:link/:token', ({ response }) => void response.send(410)),
];

let door: Door | undefined;
async function open(patience?: Patience, maxConnections = 1_000, more: { heldBytes?: number } = {}): Promise<number> {
  lines.length = 0;
  door = createDoor({ name: 'test', log, routes, maxConnections, ...more, ...(patience ? { patience } : {}) });
  const { server } = door;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return server.address().port;
}
afterEach(() => door?.close());

describe('a route that throws', () => {
  test.each([
    ['at once', '/sync', 500],
    ['later', '/async', 500],
    ['nothing at all', '/nothing', 500],
    ['with a page of its own for it', '/own', 503],
  ])(
    '%s: its status and no word more, one line in the log, and the next request is answered',
    async (_, path, status) => {
      const port = await open();
      const answer = await sendRaw(port, ...request('GET', path));
      expect([answer.status, answer.head + answer.body]).toEqual([status, expect.not.stringMatching(/Anna|TypeError/)]);
      expect(logged()).toEqual([expect.objectContaining({ event: 'surprise', where: 'request', of: path })]);
      expect((await sendRaw(port, ...request('GET', '/print/a/b'))).status).toBe(410);
    },
  );

  test('in the middle of its answer: the connection ends', async () => {
    const port = await open();
    expect((await sendRaw(port, ...request('GET', '/half'))).body).not.toMatch(/0\r\n\r\n$/);
    expect((await sendRaw(port, ...request('GET', '/print/a/b'))).status).toBe(410);
  });
});

describe('an odd address', () => {
  test.each([
    ['a host that is none', 'GET', '/print/a/b', { Host: '[' }, 400],
    ['a host with a path in it', 'GET', '/print/a/b', { Host: 'a b' }, 400],
    ['a port that is none', 'GET', '/print/a/b', { Host: 'a:99999' }, 400],
    ['a host of 10,000 letters', 'GET', '/print/a/b', { Host: 'a'.repeat(10_000) }, 410],
    ['another server’s address', 'GET', 'http://[/print', {}, 400],
    ['a star', 'OPTIONS', '*', {}, 400],
    ['bytes that are no text', 'GET', '/print/%ff/%00', {}, 404],
    ['half an escape', 'GET', '/print/a/%', {}, 404],
    ['a path that climbs', 'GET', '/print/../../etc', {}, 404],
    ['two slashes and a bracket', 'GET', '//[', {}, 404],
    ['no such route, nothing of it repeated', 'GET', '/canary', {}, 404],
    ['no such method', 'DELETE', '/echo', {}, 405],
    ['a method nobody knows', 'BREW', '/echo', {}, 400],
    ['a path of 12,000 letters', 'GET', `/print/${'a'.repeat(12_000)}/b`, {}, 404],
    ['12,000 slashes', 'GET', '/'.repeat(12_000), {}, 404],
    ['a header of 20,000 letters', 'GET', '/print/a/b', { X: 'x'.repeat(20_000) }, 431],
    ['tunnels', 'CONNECT', 'a:1', {}, 0],
  ])('%s', async (_, method, path, headers, status) => {
    const port = await open();
    const answer = await sendRaw(port, ...request(method, path, headers));
    expect([answer.status, answer.body]).toEqual([status, expect.not.stringContaining('canary')]);
    expect((await sendRaw(port, ...request('GET', '/print/a/b'))).status, 'still there').toBe(410);
  });

  test('two thousand headers', async () => {
    const port = await open();
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`x${n}`, '']));
    expect([410, 431]).toContain((await sendRaw(port, ...request('GET', '/print/a/b', many))).status);
    expect((await sendRaw(port, ...request('GET', '/print/a/b'))).status).toBe(410);
  });
});

describe('fault 45: a body', () => {
  const json = { 'Content-Type': 'application/json' };
  test.each<[string, Record<string, string>, string, number]>([
    ['of JSON', json, '{"a":1}', 200],
    ['that is none', json, '{"a":', 400],
    ['that is empty', json, '', 400],
    ['without a type', {}, '{}', 415],
    ['packed, even as identity', { ...json, 'Content-Encoding': 'identity' }, '{}', 415],
    ['of 1,001 bytes', json, `"${'x'.repeat(999)}"`, 413],
    ['nested 65 deep', json, '['.repeat(65) + ']'.repeat(65), 400],
  ])('%s', async (_, headers, body, status) => {
    const port = await open();
    expect((await sendRaw(port, ...request('POST', '/echo', headers, body))).status).toBe(status);
  });

  test('of unknown length above the limit', async () => {
    const port = await open();
    const head =
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect((await sendRaw(port, head, `3e9\r\n${'x'.repeat(1_001)}\r\n`)).status).toBe(413);
  });

  test('cut short leaves a line, and nobody waits for it', async () => {
    const port = await open();
    const socket = await standing(
      port,
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    socket.end();
    socket.destroy();
    await expect.poll(() => logged().map(({ reason }) => reason)).toEqual(['cut-short']);
  });

  test('where none belongs', async () => {
    const port = await open();
    expect((await sendRaw(port, ...request('GET', '/print/a/b', json, '{}'))).status).toBe(413);
    // A route of many addresses takes its body at each of them.
    const theirs =
      'POST /of/a/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect((await sendRaw(port, theirs, '2\r\n{}\r\n0\r\n\r\n')).status).toBe(200);
    const chunked = 'GET /print/a/b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    // What comes in pieces where nobody reads it is not taken apart.
    expect((await sendRaw(port, chunked, '0\r\n\r\n')).status).toBe(0);
  });

  test('in pieces of a byte each ends its connection', async () => {
    const port = await open();
    const head = 'HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const pieces = `1\r\n"\r\n${'1\r\nx\r\n'.repeat(60_000)}`;
    for (const path of ['/pieces', '/nowhere'])
      expect((await sendRaw(port, `POST ${path} ${head}`, pieces)).status).toBe(0);
    await expect.poll(() => logged().map(({ reason }) => reason)).toEqual(['in-pieces', 'in-pieces']);
  });
});

describe('fault 46: connections that only stand there', () => {
  const UPGRADE = 'GET /print/a/b HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  const HALF = 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
  const kinds: [string, string][] = [
    ['upgrades', UPGRADE],
    ['idle', ''],
    ['half headers', 'GET /print/a/b HTTP/1.1\r\nHos'],
    ['half bodies', HALF],
    ['upgrades with half bodies', HALF.replace('Host: a', 'Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket')],
  ];
  const open400 = async (port: number, bytes: string): Promise<Socket[]> =>
    Promise.all(Array.from({ length: 400 }, () => standing(port, bytes)));
  const left = () => new Promise<number>((done) => door?.server.server.getConnections((_, count) => done(count)));

  test.each(kinds)('400 %s end by themselves', async (_, bytes) => {
    const port = await open({ headers: 300, request: 600, keepAlive: 200, idle: 2_000, check: 50 });
    const sockets = await open400(port, bytes);
    await expect.poll(() => sockets.filter(({ closed }) => !closed).length, { timeout: 20_000 }).toBe(0);
    expect(await left()).toBe(0);
    expect((await sendRaw(port, ...request('GET', '/print/a/b'))).status).toBe(410);
  });

  test.each(kinds)('400 %s do not keep the door from being shut', async (_, bytes) => {
    const port = await open();
    await open400(port, bytes);
    await expect.poll(left).toBeGreaterThan(0);
    await door?.close();
    expect(await left()).toBe(0);
  });

  test('an answer that nobody takes', async () => {
    const port = await open({ headers: 300, request: 600, keepAlive: 200, idle: 300, check: 50 });
    const socket = await standing(port, 'GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
    socket.pause();
    await expect.poll(left).toBe(1);
    await expect.poll(left, { timeout: 20_000 }).toBe(0);
  });

  test('an upgrade is answered like any other request', async () => {
    const port = await open();
    expect((await sendRaw(port, UPGRADE)).status).toBe(410);
  });

  test('more than may be open are closed as they come', async () => {
    const port = await open(undefined, 10);
    const sockets = await Promise.all(Array.from({ length: 30 }, () => standing(port).catch(() => null)));
    await expect.poll(() => sockets.filter((socket) => socket && !socket.closed).length).toBe(10);
  });

  test('headers have ten seconds, a request fifteen, in the order that Node wants', async () => {
    await open();
    expect(door?.server.server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      maxConnections: 1_000,
    });
    expect(door?.server.server.listenerCount('upgrade')).toBe(0);
  });
});

describe('bodies that wait for their end', () => {
  const whole = (path: string) => request('POST', path, { 'Content-Type': 'application/json' }, `"${'x'.repeat(900)}"`);

  test('a route holds no more of them than it has room for, and has room again when they are gone', async () => {
    const port = await open(undefined, 1_000, { heldBytes: 1_500 });
    const [head, body] = whole('/echo');
    const slow = await standing(port, head, body.subarray(0, -1));
    const ended = new Promise((done) => slow.once('close', done));
    const turnedAway = async () => (await sendRaw(port, ...whole('/echo'))).status === 503;
    await expect.poll(turnedAway).toBe(true);
    const refused = await sendRaw(port, ...whole('/echo'));
    expect(refused.head).toMatch(/^retry-after: 1$/im);
    // Another route has a room of its own.
    expect((await sendRaw(port, ...whole('/echo-too'))).status).toBe(200);
    slow.end(body.subarray(-1));
    await ended;
    await expect.poll(async () => (await sendRaw(port, ...whole('/echo'))).status).toBe(200);
  });

  test('one that never comes to its end gives its room back', async () => {
    const port = await open(undefined, 1_000, { heldBytes: 1_500 });
    const [head, body] = whole('/echo');
    const slow = await standing(port, head, body.subarray(0, -1));
    await expect.poll(async () => (await sendRaw(port, ...whole('/echo'))).status).toBe(503);
    slow.destroy();
    await expect.poll(async () => (await sendRaw(port, ...whole('/echo'))).status).toBe(200);
  });
});

describe('requests that come before the last is answered', () => {
  test('end their connection: a thousand connections begin no more than a thousand requests', async () => {
    const port = await open();
    const one = request('GET', '/print/a/b');
    const bytes = Array.from({ length: 500 }, () => one).flat();
    const sockets = await Promise.all(Array.from({ length: 20 }, () => standing(port, ...bytes)));
    await expect.poll(() => sockets.every(({ closed }) => closed), { timeout: 20_000 }).toBe(true);
    expect(logged()).toEqual([expect.objectContaining({ event: 'guard.refused', reason: 'pipelined' })]);
    expect((await sendRaw(port, ...one)).status).toBe(410);
  });

  test('one after the other on one connection they are answered', async () => {
    const port = await open();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const ask = () =>
      new Promise<number>((done, failed) => {
        get({ port, path: '/print/a/b', agent }, (answer) => {
          answer.resume().on('end', () => done(answer.statusCode ?? 0));
        }).on('error', failed);
      });
    for (let n = 0; n < 200; n++) expect(await ask()).toBe(410);
  });
});
