/** Requests held back: by address before anything of them is read, by tenant once the token is believed. */
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientAddress, proxyList } from '../../bot/http/client-address.ts';
import { createGuard } from '../../bot/http/guard.ts';
import { createVessels } from '../../bot/http/request-limit.ts';
import { createLog } from '../../bot/log/log.ts';
import { type Program, startProgram } from '../../bot/serve/program.ts';
import { type Limits, limitsTimes } from '../../domain/limits.ts';
import type { Calendar, Channel } from '../../domain/ports.ts';
import { openKeyRing } from '../../prisma/crypto.ts';
import { openDatabase } from '../../prisma/database.ts';
import type { Engine } from '../../prisma/engine.ts';
import {
  createPGlite,
  createPostgres,
  hasPostgres,
  openEngine,
  type TestDatabase,
  testClock,
} from '../support/databases.ts';
import { APP_ID, type Framework, SERVICE_URL, startFramework, TENANT } from '../support/framework-tokens.ts';
import { teamsClient } from '../support/teams-client.ts';

describe('a vessel for each of those who send', () => {
  const begin = (most?: number) => {
    const clock = { now: 0 };
    return { clock, vessels: createVessels({ atOnce: 3, everySeconds: 10 }, () => clock.now, most) };
  };
  const waits = (vessels: ReturnType<typeof createVessels>, key: string, times: number) =>
    Array.from({ length: times }, () => vessels.take(key));

  test('lets a burst through, says how long to wait, and lets one more through then', () => {
    const { clock, vessels } = begin();
    expect(waits(vessels, 'a', 5)).toEqual([0, 0, 0, 10, 10]);
    clock.now += 9_000;
    expect(waits(vessels, 'a', 1)[0]).toBeCloseTo(1);
    clock.now += 2_000;
    expect(waits(vessels, 'a', 2)[0]).toBe(0);
    expect(waits(vessels, 'b', 3)).toEqual([0, 0, 0]);
  });

  test('however many addresses there are, memory has an end; the one that floods is not forgotten for them', () => {
    const { vessels } = begin(100);
    waits(vessels, 'flood', 4);
    for (let n = 0; n < 10_000; n++) {
      vessels.take(`address-${n}`);
      if (n % 50 === 0) vessels.take('flood');
    }
    expect(vessels.size()).toBe(100);
    expect(vessels.take('flood')).toBeGreaterThan(0);
  });
});

describe('where a request comes from', () => {
  const from = (remoteAddress: string | undefined, forwarded?: string) =>
    clientAddress(
      {
        socket: Object.assign(new EventEmitter(), { remoteAddress }),
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      } as unknown as IncomingMessage,
      proxyList(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']),
    );

  test.each<[string, string | undefined, string | undefined, string | null]>([
    ['one trusted proxy', '10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['two of them', '127.0.0.1', '203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['what somebody wrote further to the left', '10.1.2.3', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['somebody who is no proxy and says that another sent it', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the proxy itself', '10.1.2.3', undefined, null],
    ['a made-up text', '10.1.2.3', 'unknown', null],
    ['an address with its port', '10.1.2.3', '203.0.113.7:51234', '203.0.113.7'],
    ['IPv4 on an IPv6 socket', '::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['IPv6: its network', 'fd00::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['IPv6 in brackets, shortened', 'fd00::1', '[2001:db8::9]:443', '2001:db8:0:0'],
    ['a socket that is gone', undefined, undefined, null],
  ])('%s', (_, socket, forwarded, address) => expect(from(socket, forwarded)).toBe(address));

  test('what is no address is no proxy', () => expect(() => proxyList(['proxy.example'])).toThrow());
});

/** Counts what is asked of the database. */
const counting = (engine: Engine, asked: string[]): Engine => ({
  ...engine,
  transaction: (work) =>
    engine.transaction((tx) =>
      work({
        ...tx,
        query: (statement) => {
          asked.push(statement.text);
          return tx.query(statement);
        },
      }),
    ),
});

describe('at the door', () => {
  const limits: Limits = {
    ...limitsTimes(1),
    request: {
      person: { atOnce: 3, everySeconds: 60 },
      tenant: { atOnce: 5, everySeconds: 60 },
      address: { atOnce: 20, everySeconds: 60 },
    },
  };
  const asked: string[] = [];
  const logged: string[] = [];
  let place: TestDatabase;
  let framework: Framework;
  let program: Program;
  let close: () => Promise<void>;
  beforeAll(async () => {
    place = await (hasPostgres() ? createPostgres() : createPGlite());
    framework = await startFramework(new Date());
    const clock = testClock();
    const engine = counting(await openEngine(place.location), asked);
    const keys = openKeyRing(`k:${Buffer.alloc(32, 3).toString('base64')}`);
    const open = await openDatabase(engine, { clock, keys });
    program = await startProgram({
      host: '127.0.0.1',
      port: 0,
      open,
      clock,
      keep: { keepSeenHours: 48, keepDoneDays: 30 },
      maxConnections: 200,
      limits,
      trustedProxies: ['127.0.0.1'],
      publicUrl: 'http://127.0.0.1',
      calendar: {} as Calendar,
      channel: {} as Channel,
      guard: createGuard({
        appId: APP_ID,
        allowedTenants: [TENANT],
        serviceUrlHosts: [new URL(SERVICE_URL).hostname],
        keys: framework.keys,
      }),
      log: createLog({ key: 'k', destination: { write: (line: string) => void logged.push(line) } }),
    });
    close = async () => {
      await program.stop();
      await open.close();
    };
  });
  afterAll(async () => {
    await close?.();
    await place?.remove();
  });
  const ask = (path: string, address: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${program.port}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers, 'x-forwarded-for': address },
    });
  const sender = async (id: string) =>
    teamsClient({
      botUrl: `http://127.0.0.1:${program.port}`,
      serviceUrl: SERVICE_URL,
      someone: { id, tenantId: TENANT, name: 'Ingen' },
      headers: { authorization: `Bearer ${await framework.token()}`, 'x-forwarded-for': '203.0.113.201' },
    });

  test.each([
    ['POST', '/api/messages', '203.0.113.1'],
    ['POST', '/graph/notifications', '203.0.113.2'],
    ['GET', '/print/a/b', '203.0.113.3'],
    ['POST', '/print/a/b', '203.0.113.4'],
  ])(
    '%s %s, from %s: an address that goes on for ever gets 429 and when to come back; another is answered',
    async (method, path, mine) => {
      logged.length = 0;
      const body = method === 'POST' ? '{}' : null;
      const statuses: number[] = [];
      for (let n = 0; n < 30; n++) statuses.push((await ask(path, mine, { method, body })).status);
      expect(statuses.slice(0, 20)).not.toContain(429);
      expect(new Set(statuses.slice(20))).toEqual(new Set([429]));
      const last = await ask(path, mine, { method, body });
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect((await ask(path, '198.51.100.4', { method, body })).status).not.toBe(429);
      const lines = logged.filter((line) => line.includes('address-limit'));
      expect(lines).toHaveLength(1);
      expect(lines.join()).not.toContain(mine);
    },
  );

  test('a person and a tenant are held back once their token is believed: what one sends too much takes no room of the others', async () => {
    const forged = { method: 'POST', body: '{}', headers: { authorization: 'Bearer x' } };
    for (let n = 0; n < 10; n++) expect((await ask('/api/messages', '203.0.113.200', forged)).status).toBe(401);
    const says = async (id: string, times: number): Promise<number[]> => {
      const client = await sender(id);
      const statuses: number[] = [];
      for (let n = 0; n < times; n++)
        statuses.push((await client.send(client.activity({ type: 'message', text: 'hjälp' }))).status);
      return statuses;
    };
    expect(await says('aaaaaaaa-0000-4000-8000-000000000009', 8)).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
    expect(await says('aaaaaaaa-0000-4000-8000-000000000008', 3)).toEqual([200, 200, 429]);
    // Whoever pressed is told in a sentence, and the card stays.
    const client = await sender('aaaaaaaa-0000-4000-8000-000000000009');
    const pressed = await client.send(
      client.pressed({ verb: 'start.save', data: { posting: crypto.randomUUID(), turn: 't', verb: 'start.save' } }, {}),
    );
    expect(pressed).toMatchObject({ status: 200, body: { statusCode: 429, type: 'application/vnd.microsoft.error' } });
    expect(JSON.stringify(pressed.body)).toContain('Det du har skrivit står kvar.');
  });

  test('a thousand subscriptions in one notification are one question to the database', async () => {
    const value = Array.from({ length: 1_000 }, (_, n) => ({ subscriptionId: `s-${n}`, clientState: 'forged' }));
    asked.length = 0;
    const answer = await ask('/graph/notifications', '203.0.113.202', {
      method: 'POST',
      body: JSON.stringify({ value }),
    });
    expect(answer.status).toBe(202);
    expect(asked.filter((text) => text.includes('"Subscription"'))).toHaveLength(1);
  });
});
