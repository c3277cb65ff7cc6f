/** A token that Teams does not accept any more: one with a new one, and then no more. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { createConnector } from '../../bot/http/connector.ts';
import { connectorToken } from '../../bot/serve/microsoft-365.ts';
import { RemoteRefused } from '../../domain/ports.ts';

/** Credentials as the library makes them: each gives the same token for as long as it is kept. */
function identity() {
  const made: string[] = [];
  const newCredential = () => {
    const token = `t${made.length + 1}`;
    made.push(token);
    return { getToken: async () => ({ token, expiresOnTimestamp: Number.POSITIVE_INFINITY }) };
  };
  return { made, getToken: connectorToken(newCredential) };
}

const asked: string[] = [];
afterEach(() => void asked.splice(0));
async function teamsThatAccepts(accepted: string): Promise<string> {
  const server = createServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    asked.push(token);
    response.statusCode = token === accepted ? 200 : 401;
    response.end('{"id":"m1"}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function posts(accepted: string, times: number) {
  const { made, getToken } = identity();
  const serviceUrl = await teamsThatAccepts(accepted);
  const connector = createConnector({ getToken, isAllowed: () => true, now: () => '' });
  const to = { serviceUrl, tenantId: 't', conversationId: 'c', channel: false };
  const post = () =>
    connector.post(to, { type: 'AdaptiveCard' }, '').then(
      () => 'posted',
      (failure: unknown) => failure,
    );
  return { made, ends: await Promise.all(Array.from({ length: times }, post)) };
}

test('fault 48: 401 is tried once with a new token', async () => {
  const { made, ends } = await posts('t2', 1);
  expect(ends).toEqual(['posted']);
  expect(asked).toEqual(['t1', 't2']);
  expect(made).toEqual(['t1', 't2']);
});

test('fault 48: and then it is refused for good', async () => {
  const { ends } = await posts('none', 1);
  expect(ends[0]).toBeInstanceOf(RemoteRefused);
  expect((ends[0] as RemoteRefused).cause).toBe('teams401');
  expect(asked).toEqual(['t1', 't2']);
});

test('fault 48: many at once share the new one', async () => {
  const { made, ends } = await posts('t2', 10);
  expect(new Set(ends)).toEqual(new Set(['posted']));
  expect(made).toEqual(['t1', 't2']);
});
