/** The local Graph on a port of its own, and the program's real client talking to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { createLog } from '../../bot/log/log.ts';
import type { Calendar } from '../../domain/ports.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import type { GraphRecord } from '../../graph/send.ts';
import type { GraphFaults } from '../../sandbox/graph/faults.ts';
import { type LocalGraph, openGraph } from '../../sandbox/graph/local-graph.ts';
import type { MailboxOwner } from '../../sandbox/graph/mailboxes.ts';
import { createOutlookServer } from '../../sandbox/outlook-server.ts';
import { misfitsOf } from './graph-shapes.ts';

const MUNICIPALITY = '11111111-1111-4111-8111-111111111111';
const REGION = '22222222-2222-4222-8222-222222222222';
export const TEST_TOKEN = 'eyJ-test-token-that-must-never-be-recorded';

const owner = (n: number, name: string, mail: string, tenantId = MUNICIPALITY): MailboxOwner => ({
  id: `aaaaaaaa-0000-4000-8000-00000000000${n}`,
  mail,
  name,
  organisation: tenantId === REGION ? 'Regionen' : 'Kommunen',
  tenantId,
});
export const karin = owner(1, 'Karin Ek', 'karin.ek@kommunen.example');
export const olle = owner(2, 'Olle Alm', 'Olle.Alm@kommunen.example');
export const siv = owner(3, 'Siv Bok', 'siv.bok@kommunen.example');
export const bup = owner(4, 'Per Asp', 'per.asp@regionen.example', REGION);

/** What the tests look at in an answer; not every answer has all of it. */
type GraphBody = {
  id: string;
  '@odata.etag': string;
  start: unknown;
  responseStatus: unknown;
  value: Record<string, unknown>[];
  error: { code: string };
};

export type TestGraph = LocalGraph & {
  origin: string;
  folder: string;
  faults: GraphFaults;
  clock: { now(): Temporal.Instant; set(now: string): void };
  calendar: Calendar;
  record: GraphRecord[];
  /** A request as somebody else's program would make it. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: GraphBody | null; headers: Headers }>;
  stop(): Promise<void>;
};

type Options = {
  folder?: string;
  fillers?: boolean;
  timeoutMs?: number;
  notifyAt?: string;
  getToken?: () => Promise<string>;
};

export async function startLocalGraph(options: Options = {}): Promise<TestGraph> {
  const folder = options.folder ?? (await mkdtemp(`${tmpdir()}/vastbus-graph-`));
  const faults: GraphFaults = {};
  const clock = settableClock('2027-03-01T09:00:00Z');
  const owners = [karin, olle, siv, bup];
  const graph = openGraph({
    folder,
    owners,
    tenantId: MUNICIPALITY,
    clock,
    faults,
    fillers: options.fillers ?? false,
  });
  const { server } = createOutlookServer(graph.routes, createLog({ key: 'k', level: 'silent' }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const record: GraphRecord[] = [];
  const receiver = options.notifyAt ?? 'http://127.0.0.1:1/nobody';
  const calendar = createGraphCalendar({
    getToken: options.getToken ?? (async () => TEST_TOKEN),
    clock,
    record: (entry) => record.push(entry),
    localServer: origin,
    timeoutMs: options.timeoutMs ?? 4000,
    notificationUrl: `${receiver}/notifications`,
    lifecycleNotificationUrl: `${receiver}/lifecycle`,
  });

  return Object.assign(graph, {
    origin,
    folder,
    faults,
    clock,
    calendar,
    record,
    async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${origin}/v1.0${path}`, {
        method,
        headers: { authorization: 'Bearer x', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? null : (JSON.parse(text) as GraphBody),
        headers: response.headers,
      };
    },
    async stop() {
      await graph.close();
      server.server.closeAllConnections();
      await new Promise<void>((done) => server.close(done));
      if (!options.folder) await rm(folder, { recursive: true, force: true });
      expect(misfitsOf(record)).toEqual([]);
    },
  });
}

function settableClock(start: string) {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set(text: string) {
      now = Temporal.Instant.from(text);
    },
  };
}
