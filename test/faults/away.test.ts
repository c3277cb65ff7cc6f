/** A lock, a timeout, a lost connection: they say nothing about the effect or the due item that met them. */

import { Writable } from 'node:stream';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dispatch } from '../../bot/engine/dispatch.ts';
import { startSweeper } from '../../bot/engine/due.ts';
import { createWorker } from '../../bot/engine/run-effects.ts';
import { createLog, type Log } from '../../bot/log/log.ts';
import { type Calendar, type Channel, RemoteUnreachable } from '../../domain/ports.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, meetingRow } from '../support/case-rows.ts';
import { createPostgres, hasPostgres, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';
import { testDispatch } from '../support/test-dispatch.ts';

describe.skipIf(!hasPostgres())('the database is away in the middle', () => {
  let place: TestDatabase;
  let open: OpenDatabase;
  let outsider: pg.Client;
  let dispatch: Dispatch;
  let log: Log;
  let logged: string;
  beforeEach(async () => {
    place = await createPostgres();
    if (place.location.kind !== 'postgres') return;
    const clock = testClock();
    logged = '';
    const destination = new Writable({
      write(line, _encoding, done) {
        logged += String(line);
        done();
      },
    });
    log = createLog({ key: 'k', destination });
    open = await openTestDatabase(place.location, { clock, onError: (error) => log.surprise('database', error) });
    dispatch = testDispatch(open.database, clock, log);
    outsider = new pg.Client({ connectionString: place.location.url });
    await outsider.connect();
  });
  afterEach(async () => {
    await outsider.end();
    await open.close();
    await place.remove();
  });

  async function newCase(): Promise<{ caseId: string; meetingId: string }> {
    const row = caseRow();
    const meeting = meetingRow(row.id, { status: 'SENT', organizerId: 'o', eventId: `e-${row.id}`, placeOral: true });
    await open.database.transaction((store) => store.apply([added('case', row), added('meeting', meeting)]));
    return { caseId: row.id, meetingId: meeting.id };
  }
  const lock = async (caseId: string) => {
    await outsider.query('BEGIN');
    await outsider.query('SELECT 1 FROM "Case" WHERE "id" = $1 FOR UPDATE', [caseId]);
  };
  const cut = (): Promise<void> =>
    expect
      .poll(async () => {
        const { rowCount } = await outsider.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`);
        return rowCount;
      })
      .toBeGreaterThan(0);

  test('fault 50: four 502 and as many cut connections: the effect is not dead, and only what the other side did is counted', async () => {
    const { caseId, meetingId } = await newCase();
    let times = 0;
    const calendar = {
      async clearPlace() {
        times += 1;
        if (times <= 4) throw new RemoteUnreachable('http502');
      },
    } as unknown as Calendar;
    const carryOut = createWorker({
      database: open.database,
      outside: { calendar, channel: {} as Channel },
      dispatch,
      log,
      isPaced: true,
    });
    await open.database.transaction((store) => store.queue([{ kind: 'clear-place', caseId, subjectId: meetingId }]));
    const { id } = await open.prisma.effect.findFirstOrThrow();
    const ours = async () => true;
    for (let n = 1; n <= 4; n += 1) {
      await carryOut(id, ours);
      await lock(caseId);
      const claiming = carryOut(id, ours).catch((error: Error) => error);
      await cut();
      expect(await claiming).toMatchObject({ cause: 'lost' });
      await outsider.query('ROLLBACK');
      expect(await open.prisma.effect.findFirst()).toMatchObject({ state: 'WAITING', failures: n, surprises: 0 });
    }
    await carryOut(id, ours);
    expect(await open.prisma.effect.findFirst()).toMatchObject({ state: 'DONE', failures: 4, surprises: 0 });
    expect(logged).not.toContain('"surprise"');
  });

  test('fault 49: effects of a locked case wait without holding a slot, those of others go on, and then all are done', async () => {
    const [stuck, free] = [await newCase(), await newCase()];
    const calendar = { clearPlace: async () => undefined } as unknown as Calendar;
    const outside = { calendar, channel: {} as Channel };
    const want = (one: typeof stuck, count: number) =>
      open.database.transaction((store) =>
        store.queue(
          Array.from({ length: count }, () => ({
            kind: 'clear-place',
            caseId: one.caseId,
            subjectId: one.meetingId,
            waitedFor: true,
          })),
        ),
      );
    const doneIn = (caseId: string) => open.prisma.effect.count({ where: { caseId, state: 'DONE' } });
    await lock(stuck.caseId);
    await want(stuck, 8);
    open.jobs.startWorker(createWorker({ database: open.database, outside, dispatch, log, isPaced: true }), {
      concurrency: 3,
    });
    for (let n = 1; n <= 6; n += 1) {
      await want(free, 1);
      await expect.poll(() => doneIn(free.caseId), { timeout: 20_000 }).toBe(n);
    }
    await expect.poll(() => logged).toContain('database.away');
    expect(await doneIn(stuck.caseId)).toBe(0);
    await outsider.query('ROLLBACK');
    await expect.poll(() => doneIn(stuck.caseId), { timeout: 30_000 }).toBe(8);
    expect(await open.prisma.effect.count({ where: { OR: [{ failures: { gt: 0 } }, { surprises: { gt: 0 } }] } })).toBe(
      0,
    );
    expect(logged).not.toContain('"surprise"');
  });

  test('fault 50: a due item whose case is locked waits, and those of other cases are carried out meanwhile', async () => {
    const [stuck, free] = [await newCase(), await newCase()];
    await open.database.transaction((store) =>
      store.plan(
        [stuck, free].flatMap(({ caseId }) =>
          [1, 2].map((n) => ({
            kind: 'consent.watch' as const,
            subjectId: `${caseId}-${n}`,
            caseId,
            dueAt: store.now.subtract({ minutes: n }),
          })),
        ),
      ),
    );
    await lock(stuck.caseId);
    const sweeper = startSweeper(open.database, dispatch, log);
    const doneIn = (caseId: string) => open.prisma.dueItem.count({ where: { caseId, doneAt: { not: null } } });
    await expect.poll(() => doneIn(free.caseId), { timeout: 20_000 }).toBe(2);
    await sweeper.sweep();
    await sweeper.sweep();
    expect(await doneIn(stuck.caseId)).toBe(0);
    await outsider.query('ROLLBACK');
    await expect.poll(() => doneIn(stuck.caseId), { timeout: 20_000 }).toBe(2);
    await sweeper.stop();
    expect((await open.prisma.dueItem.findMany()).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0]);
    expect(logged).not.toContain('"surprise"');
  });
});
