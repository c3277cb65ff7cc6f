/** An effect may have two jobs: one was queued anew, and the one before could not be ended. */

import { Writable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorker } from '../../bot/engine/run-effects.ts';
import { createLog } from '../../bot/log/log.ts';
import type { Calendar, Channel } from '../../domain/ports.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, meetingRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase } from '../support/databases.ts';
import { testDispatch } from '../support/test-dispatch.ts';

const clock = { now: () => Temporal.Now.instant() };
const log = createLog({ key: 'k', destination: new Writable({ write: (_line, _encoding, done) => done() }) });

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  beforeEach(async () => {
    place = await create();
    open = await openTestDatabase(place.location, { clock });
  });
  afterEach(async () => {
    await open.close();
    await place.remove();
  });

  test('while one is at it the other does nothing: it is done once, and ends', async () => {
    let calls = 0;
    let goOn = () => {};
    const isHeld = new Promise<void>((done) => {
      goOn = done;
    });
    const calendar = {
      async clearPlace() {
        calls += 1;
        await isHeld;
      },
    } as unknown as Calendar;
    const { database, jobs, prisma } = open;
    const row = caseRow();
    const meeting = meetingRow(row.id, { status: 'SENT', organizerId: 'o', eventId: 'e', placeOral: true });
    await database.transaction(async (store) => {
      await store.apply([added('case', row), added('meeting', meeting)]);
      await store.queue([{ kind: 'clear-place', caseId: row.id, subjectId: meeting.id, waitedFor: true }]);
    });
    const dispatch = testDispatch(database, clock, log);
    jobs.startWorker(createWorker({ database, outside: { calendar, channel: {} as Channel }, dispatch, log }), {
      concurrency: 3,
    });
    await expect.poll(() => calls, { timeout: 20_000 }).toBe(1);
    const effect = await prisma.effect.findFirstOrThrow();
    await database.transaction(async (store) => {
      const found = await store.findEffect(effect.id);
      if (found) await store.requeue(found, 0);
    });
    const ended = () =>
      prisma.$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name LIKE 'effect%' AND state = 'completed'`;
    // The second has looked, and left it to the first.
    await expect.poll(async () => (await ended()).length, { timeout: 20_000 }).toBe(1);
    expect(calls).toBe(1);
    goOn();
    await expect.poll(async () => (await ended()).length, { timeout: 20_000 }).toBe(2);
    expect(await prisma.effect.findFirst()).toMatchObject({ state: 'DONE', attempts: 1 });
    expect(calls).toBe(1);
  });
});
