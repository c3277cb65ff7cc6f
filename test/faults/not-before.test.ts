/** Graph's "not before" and its four calls at once hold for the mailbox, in every copy of the program. */

import { Writable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorker } from '../../bot/engine/run-effects.ts';
import { createLog } from '../../bot/log/log.ts';
import type { EffectName } from '../../domain/names.ts';
import type { Calendar, Channel } from '../../domain/ports.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, meetingRow } from '../support/case-rows.ts';
import { forEachDatabase, type Location, openTestDatabase, type TestDatabase } from '../support/databases.ts';
import { karin, olle, startLocalGraph, type TestGraph } from '../support/local-graph.ts';
import { testDispatch } from '../support/test-dispatch.ts';

const clock = { now: () => Temporal.Now.instant() };
const log = createLog({ key: 'k', destination: new Writable({ write: (_line, _encoding, done) => done() }) });

type Call = { method: string; url: string; status: number | null; sentAt: number };

forEachDatabase((create, kind) => {
  let place: TestDatabase;
  let graph: TestGraph;
  let copies: OpenDatabase[];
  let calls: Call[];
  beforeEach(async () => {
    [place, graph] = await Promise.all([create(), startLocalGraph()]);
    copies = [await openTestDatabase(place.location, { clock })];
    calls = [];
  });
  afterEach(async () => {
    await Promise.all(copies.map(({ close }) => close()));
    await graph.stop();
    await place.remove();
  });
  const first = (): OpenDatabase => copies[0] as OpenDatabase;
  /** PGlite lets nobody else in. */
  const another = async (location: Location = place.location): Promise<OpenDatabase> => {
    if (kind === 'PGlite') return first();
    const open = await openTestDatabase(location, { clock });
    copies.push(open);
    return open;
  };

  const ownGraph = (): Calendar =>
    createGraphCalendar({
      clock,
      getToken: async () => 'token',
      localServer: graph.origin,
      notificationUrl: graph.origin,
      lifecycleNotificationUrl: graph.origin,
      record: ({ method, url, status, at }) =>
        calls.push({ method, url, status, sentAt: Temporal.Instant.from(at).epochMilliseconds }),
    });
  const startWorker = ({ database, jobs }: OpenDatabase, calendar: Calendar) => {
    const dispatch = testDispatch(database, clock, log);
    const worker = createWorker({
      database,
      outside: { calendar, channel: {} as Channel },
      dispatch,
      log,
      isPaced: true,
    });
    jobs.startWorker(worker, { concurrency: 6, background: 6 });
  };
  /** Meetings in somebody's calendar, and one effect for each. */
  async function want(effect: EffectName, count: number, organizerId = karin.id, waitedFor = false): Promise<void> {
    const cases = Array.from({ length: count }, () => caseRow());
    const meetings = cases.map(({ id }) =>
      meetingRow(id, { status: 'SENT', organizerId, eventId: `e-${id}`, eventState: 'LIVE', placeOral: true }),
    );
    await first().database.transaction(async (store) => {
      await store.apply([...cases.map((row) => added('case', row)), ...meetings.map((row) => added('meeting', row))]);
      await store.queue(meetings.map(({ id, caseId }) => ({ kind: effect, caseId, subjectId: id, waitedFor })));
    });
    for (const { jobs } of copies) (jobs as { wake?: () => void }).wake?.();
  }
  const left = () => first().prisma.effect.count({ where: { state: { not: 'DONE' } } });

  test('fault 23: who is asked to wait asks every copy: no call before its time, no try counted, other mailboxes go on', async () => {
    Object.assign(graph.faults, { graph: '429', retryAfter: 6 });
    startWorker(first(), ownGraph());
    await want('read-answers', 1);
    const pause = await expect
      .poll(() => first().prisma.notBefore.findUnique({ where: { target: karin.id } }), { timeout: 20_000 })
      .not.toBeNull()
      .then(() => first().prisma.notBefore.findUniqueOrThrow({ where: { target: karin.id } }));
    Object.assign(graph.faults, { graph: null });
    const told = calls.length;
    const other = await another();
    if (other !== first()) startWorker(other, ownGraph());
    await want('read-answers', 8);
    await want('read-answers', 1, olle.id);
    await expect.poll(left, { timeout: 40_000 }).toBe(0);

    const later = calls.slice(told);
    const early = later.filter(({ url, sentAt }) => url.includes(karin.id) && sentAt < pause.until.getTime());
    expect(early).toEqual([]);
    // Somebody else's calendar is not concerned.
    expect(later.findIndex(({ url }) => url.includes(olle.id))).toBe(0);
    const effects = await first().prisma.effect.findMany();
    expect(effects.map(({ failures }) => failures).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(Math.max(...effects.map(({ attempts }) => attempts))).toBe(2);
  });

  test('four calls at once for a mailbox, in all copies; the fourth is for what somebody waits for', async () => {
    const answers: (() => void)[] = [];
    let [now, most] = [0, 0];
    const waiting = <T>(answer: T) =>
      new Promise<T>((done) => {
        now += 1;
        most = Math.max(most, now);
        answers.push(() => {
          now -= 1;
          done(answer);
        });
      });
    const calendar = { read: () => waiting(null), clearPlace: () => waiting(undefined) } as unknown as Calendar;
    startWorker(first(), calendar);
    const other = await another();
    if (other !== first()) startWorker(other, calendar);
    await want('read-answers', 12);
    await expect.poll(() => now, { timeout: 20_000 }).toBe(3);
    await want('clear-place', 6, karin.id, true);
    await expect.poll(() => now, { timeout: 20_000 }).toBe(4);
    const answering = setInterval(() => answers.shift()?.(), 20);
    await expect.poll(left, { timeout: 40_000 }).toBe(0);
    clearInterval(answering);
    expect(most).toBe(4);
  });
});

describe('in one copy', () => {
  let graph: TestGraph;
  beforeEach(async () => {
    graph = await startLocalGraph();
  });
  afterEach(() => graph.stop());

  test('fault 23: no call leaves for a mailbox that wants none, whoever makes it; for a subscription it holds for all', async () => {
    Object.assign(graph.faults, { graph: '429', retryAfter: 30 });
    const event = { organizerId: karin.id, eventId: 'e' };
    const failed = (work: Promise<unknown>) => work.catch((error: unknown) => error);
    expect(await failed(graph.calendar.read(event))).toMatchObject({ cause: 'http429', target: karin.id });
    expect(await failed(graph.calendar.clearPlace(event, ''))).toMatchObject({ message: 'not yet' });
    expect(graph.record).toHaveLength(1);
    graph.faults.graph = null;
    expect(await graph.calendar.read({ ...event, organizerId: olle.id })).toBeNull();
    graph.faults.graph = '429';
    const soon = clock.now().add({ hours: 1 });
    expect(await failed(graph.calendar.subscribe(karin.id, 's', soon))).toMatchObject({ message: expect.any(String) });
    expect(await failed(graph.calendar.read({ ...event, organizerId: olle.id }))).toMatchObject({ message: 'not yet' });
  });
});
