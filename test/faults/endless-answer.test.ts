/** An answer from Teams or Graph that never ends, or is far too long: given up in time, and its connection closed. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createConnector } from '../../bot/http/connector.ts';
import { createSend } from '../../graph/send.ts';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

let server: Server;
let origin: string;
let write: (response: ServerResponse) => void;
let closed: Promise<unknown>;
beforeEach(async () => {
  server = createServer((_request, response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-type': 'application/json' });
    write(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(() => new Promise((done) => server.close(done)));

const asks = {
  Teams: () => {
    const connector = createConnector({ getToken: null, isAllowed: () => true, now: () => 'now', timeoutMs: 400 });
    const chat = { serviceUrl: origin, tenantId: 't', conversationId: 'c', channel: false };
    return connector.post(chat, { type: 'AdaptiveCard' }, 'x');
  },
  Graph: () => {
    const send = createSend({ clock: { now: () => Temporal.Now.instant() }, localServer: origin, timeoutMs: 400 });
    return send('https://graph.microsoft.com/v1.0/users', {});
  },
};

describe.each(Object.entries(asks))('an answer of %s', (_name, ask) => {
  /** What Node forgets once garbage has been collected after the headers came must not be what ends it. */
  async function refusedWhileCollecting(): Promise<void> {
    const collecting = setInterval(collect, 20);
    await expect(ask()).rejects.toThrow();
    clearInterval(collecting);
    await closed;
  }

  test('drips for ever', { timeout: 20_000 }, async () => {
    write = (response) => {
      const dripping = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(dripping));
    };
    await refusedWhileCollecting();
  });

  test('is longer than any that was asked for', { timeout: 20_000 }, async () => {
    write = (response) => {
      const piece = Buffer.alloc(64 * 1024, ' ');
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    };
    await refusedWhileCollecting();
  });
});

test('an id that is none is not kept', async () => {
  write = (response) => response.end(JSON.stringify({ id: 'a\u0000b' }));
  await expect(asks.Teams()).resolves.toMatchObject({ activityId: '' });
});
