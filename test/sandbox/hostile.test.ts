/** 45: the sandbox asks for no token, so it asks where a request comes from, and takes JSON only. Every route it has. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongBodies } from '../support/hostile-requests.ts';
import { startOutlook } from '../support/outlook.ts';
import { request, sendRaw } from '../support/raw-http.ts';
import { KARIN, openSandbox, type TestSandbox } from '../support/sandbox.ts';

const FOREIGN: [string, Record<string, string>][] = [
  ['another name that leads to this machine', { Host: 'evil.example' }],
  ['a name that begins like ours', { Host: 'localhost.evil.example:3980' }],
  ['another site’s page', { Origin: 'http://evil.example' }],
  ['a page that hides where it is', { Origin: 'null' }],
  ['a page on another port', { Origin: 'http://127.0.0.1:1' }],
  ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
  ['another port of this machine, as the browser says', { 'Sec-Fetch-Site': 'same-site' }],
  ['a form on another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', Origin: 'null' }],
];
const filled = (path: string) => path.replace(/:\w+/g, 'x');
const portOf = (url: string) => Number(new URL(url).port);

test('fault 45: every route of the mailboxes × type × encoding: 415, 413 or 400, and what stands there stays', async () => {
  const outlook = await startOutlook();
  expect(outlook.routes.length).toBeGreaterThan(25);
  const standing = async () => ({ ...(await outlook.read('/sandbox/state')), clock: null });
  const before = await standing();
  const taken: string[] = [];
  for (const { name, bytes } of wrongBodies(outlook.routes, { Authorization: 'Bearer x' })) {
    const { status } = await sendRaw(portOf(outlook.url), ...bytes);
    if (![400, 413, 415].includes(status)) taken.push(`${name}: ${status}`);
  }
  expect(taken).toEqual([]);
  expect(await standing()).toEqual(before);
});

describe('who asks', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await openSandbox();
  });
  afterAll(() => sandbox?.close());

  const everyRoute = () => {
    const { program, outlook } = sandbox.routes();
    const on = (url: string) => (route: { method: string; path: string }) => ({ ...route, port: portOf(url) });
    return [...program.map(on(sandbox.botUrl)), ...outlook.map(on(sandbox.outlookUrl))];
  };

  test.each(FOREIGN)('%s: refused on every route', async (_, headers) => {
    const answered: string[] = [];
    const routes = everyRoute();
    expect(routes.length).toBeGreaterThan(30);
    for (const { method, path, port } of routes) {
      // Another site may lead somebody to a page, which only shows.
      if (method === 'get' && headers['Sec-Fetch-Mode'] === 'navigate') continue;
      const { status } = await sendRaw(port, ...request(method.toUpperCase(), filled(path), headers));
      if (status !== 403) answered.push(`${method} ${path}: ${status}`);
    }
    expect(answered).toEqual([]);
  });

  test.each([
    ['a script', {}],
    ['its own page', { 'Sec-Fetch-Site': 'same-origin' }],
    ['its own page, which gives no origin away', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
    ['somebody who typed the address', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' }],
    ['a link in Teams', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }],
  ])('%s is shown the page', async (_, headers: Record<string, string>) => {
    const { status } = await sendRaw(portOf(sandbox.outlookUrl), ...request('GET', '/sandbox', headers));
    expect(status).toBe(200);
  });

  test.each([
    'http://127.0.0.1:1/_connector',
    'http://localhost/_connector',
    'http://localhost:{port}/other',
    'http://localhost:{port}@evil.example/_connector',
    'https://localhost:{port}/_connector',
    'http://evil.example:{port}/_connector',
  ])(
    'an activity whose answers would go to %s is refused: the Playground’s own address is the only one',
    async (address) => {
      const karin = sandbox.as(KARIN);
      const serviceUrl = address.replace('{port}', String(sandbox.sink.port));
      const activity = { ...karin.activity({ type: 'message', text: 'hjälp' }), serviceUrl };
      expect((await karin.send(activity)).status).toBe(403);
      expect(sandbox.sink.bodies).toEqual([]);
    },
  );
});
