/** The pace towards Teams is kept for all copies together; what waits for it holds nobody up and counts as no try. */
import { Writable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorker } from '../../bot/engine/run-effects.ts';
import { createConnector } from '../../bot/http/connector.ts';
import { createLog } from '../../bot/log/log.ts';
import type { Calendar } from '../../domain/ports.ts';
import { newPosting } from '../../domain/posting.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { registerWith } from '../support/case-views.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase } from '../support/databases.ts';
import { startTeamsSink, type TeamsSink } from '../support/teams-sink.ts';
import { testDispatch } from '../support/test-dispatch.ts';

const clock = { now: () => Temporal.Now.instant() };
const log = createLog({ key: 'k', destination: new Writable({ write: (_line, _encoding, done) => done() }) });
const CARDS = 10;

forEachDatabase((create, kind) => {
  let place: TestDatabase;
  let sink: TeamsSink;
  let copies: OpenDatabase[];
  beforeEach(async () => {
    [place, sink] = await Promise.all([create(), startTeamsSink()]);
    // PGlite lets nobody else in.
    copies = [await openTestDatabase(place.location, { clock })];
    if (kind === 'PostgreSQL') copies.push(await openTestDatabase(place.location, { clock }));
    await importRegister(copies[0]?.prisma as OpenDatabase['prisma'], registerWith());
  });
  afterEach(async () => {
    await Promise.all(copies.map(({ close }) => close()));
    await sink.close();
    await place.remove();
  });

  /** Lines in a chat, each a message of its own. */
  async function want(conversationId: string, count: number, waitedFor: boolean): Promise<string[]> {
    const lines = Array.from({ length: count }, () =>
      newPosting(uuid(), {
        kind: 'LINE',
        page: 'line',
        line: { key: 'line.language', values: {} },
        tenantId: 't',
        language: 'sv',
        conversationId,
        serviceUrl: sink.serviceUrl,
        createdAt: clock.now(),
      }),
    );
    await copies[0]?.database.transaction(async (store) => {
      await store.apply(lines);
      await store.queue(lines.map(({ id }) => ({ kind: 'card', subjectId: id, waitedFor })));
    });
    return lines.map(({ id }) => id);
  }
  const work = ({ database, jobs }: OpenDatabase) => {
    const dispatch = testDispatch(database, clock, log);
    const channel = createConnector({ getToken: null, isAllowed: () => true, now: () => '' });
    const outside = { calendar: {} as Calendar, channel };
    jobs.startWorker(createWorker({ database, outside, dispatch, log, isPaced: true }), { concurrency: 1 });
  };
  const inChat = (chat: string) => sink.messages.filter(({ conversationId }) => conversationId === chat).length;

  describe('fault 28: many cards for one chat', () => {
    test('fault 28: another chat’s is not held up by them; who waits goes first; all come, each tried once', {
      timeout: 90_000,
    }, async () => {
      await want('busy', CARDS, false);
      const [waited] = await want('busy', 1, true);
      const [quiet] = await want('quiet', 1, false);
      for (const copy of copies) work(copy);
      const { prisma } = copies[0] as OpenDatabase;
      const isSent = async () => (await prisma.posting.findUnique({ where: { id: waited ?? '' } }))?.sent === 1;
      await expect.poll(async () => (await isSent()) && inChat('quiet') === 1, { timeout: 30_000 }).toBe(true);
      expect(inChat('busy'), 'when these two were sent').toBeLessThan(CARDS + 1);
      await expect.poll(() => inChat('busy'), { timeout: 60_000 }).toBe(CARDS + 1);
      await expect.poll(() => prisma.effect.count({ where: { state: 'DONE' } }), { timeout: 10_000 }).toBe(CARDS + 2);
      // Each time that one is put off it gets a new job.
      const jobs = await prisma.$queryRaw`SELECT "id" FROM pgboss.job WHERE "data"->>'effectId' IN (
        SELECT "id" FROM "Effect" WHERE "subjectId" = ${quiet})`;
      expect(jobs, 'that of the other chat').toHaveLength(1);
      const rows = await prisma.effect.findMany({ select: { attempts: true, failures: true, surprises: true } });
      expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
        new Set([JSON.stringify({ attempts: 1, failures: 0, surprises: 0 })]),
      );
    });
  });
});
