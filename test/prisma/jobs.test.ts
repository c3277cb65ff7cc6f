import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HandleEffect } from '../../domain/ports.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import {
  createPostgres,
  forEachDatabase,
  hasPostgres,
  type Location,
  openTestDatabase,
  type TestDatabase,
} from '../support/databases.ts';
import { lineOf } from '../support/lines-of.ts';
import { programFile } from '../support/program.ts';

const startStuckWorker = (location: Location) =>
  spawn(process.execPath, [programFile('test/prisma/stuck-worker.ts'), JSON.stringify(location)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Starts a worker that notes what it is handed; `next` waits for the next one. */
function startNoting(open: OpenDatabase, work: HandleEffect = async () => {}) {
  const noted: string[] = [];
  const waiting: ((effectId: string) => void)[] = [];
  open.jobs.startWorker(
    async (effectId, isOurs) => {
      const waiter = waiting.shift();
      if (waiter) waiter(effectId);
      else noted.push(effectId);
      await work(effectId, isOurs);
    },
    { concurrency: 3 },
  );
  const next = () =>
    new Promise<string>((handed) => (noted.length > 0 ? handed(noted.shift() ?? '') : waiting.push(handed)));
  return { noted, next };
}

const queueOne = async (open: OpenDatabase, waitedFor = true) => {
  await open.database.transaction((store) => store.queue([{ kind: 'card', subjectId: 's', waitedFor }]));
  const row = await open.prisma.effect.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return row.id;
};

const countJobs = async (open: OpenDatabase, state: string) => {
  const [row] = await open.prisma.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS "count" FROM pgboss.job WHERE state::text = ${state}`;
  return row?.count;
};

forEachDatabase((create, kind) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  let errors: unknown[] = [];
  beforeEach(async () => {
    place = await create();
    open = await openTestDatabase(place.location, { onError: (error) => errors.push(error) });
    errors = [];
  });
  afterEach(async () => {
    await open.close();
    await place.remove();
  });

  test('a commit wakes the worker; when it is done the job is', async () => {
    const { next } = startNoting(open);
    const id = await queueOne(open);
    expect(await next()).toBe(id);
    await open.jobs.stop();
    expect(await countJobs(open, 'completed')).toBe(1);
  });

  test('a rollback leaves neither effect nor job', async () => {
    const failing = open.database.transaction(async (store) => {
      await store.queue([{ kind: 'card', subjectId: 's' }]);
      throw new Error('surprise');
    });
    await expect(failing).rejects.toThrow('surprise');
    expect(await open.prisma.effect.count()).toBe(0);
    expect(await countJobs(open, 'created')).toBe(0);
  });

  test('an effect is found, claimed, ended, and put in the queue again', async () => {
    const id = await queueOne(open);
    await open.prisma.$executeRaw`DELETE FROM pgboss.job`;
    await open.database.transaction(async (store) => {
      await store.saveEffect(id, { state: 'SENDING', attempts: 1 });
    });
    await open.database.transaction(async (store) => {
      expect(await store.findEffect(id)).toEqual({
        id,
        kind: 'card',
        caseId: null,
        subjectId: 's',
        state: 'SENDING',
        attempts: 1,
        failures: 0,
        surprises: 0,
        waitedFor: true,
        cause: null,
      });
      await store.saveEffect(id, { state: 'WAITING', cause: 'timeout' });
      await store.requeue({ id, kind: 'card', waitedFor: true }, 0);
    });
    const { next } = startNoting(open);
    expect(await next()).toBe(id);
  });

  test('what nobody waits for holds nothing up that somebody waits for, however much there is of it', async () => {
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    const held = new Set<string>();
    for (let n = 0; n < 5; n += 1) held.add(await queueOne(open, false));
    const { next } = startNoting(open, async (effectId) => {
      if (held.has(effectId)) await released;
    });
    expect(held.has(await next())).toBe(true);
    const waited = await queueOne(open);
    expect(await next()).toBe(waited);
    release();
  });

  test('a wait of next to nothing is one too', async () => {
    const id = await queueOne(open);
    await open.prisma.$executeRaw`DELETE FROM pgboss.job`;
    await open.database.transaction((store) => store.requeue({ id, kind: 'card', waitedFor: true }, 2e-7));
    const { next } = startNoting(open);
    expect(await next()).toBe(id);
  });

  test('a handler that throws is handed its job again', async () => {
    let tries = 0;
    const { next } = startNoting(open, async () => {
      tries += 1;
      if (tries === 1) throw new Error('no database');
    });
    const id = await queueOne(open);
    expect(await next()).toBe(id);
    expect(await next()).toBe(id);
  });

  test('stopping waits for the work at hand and takes no more', async () => {
    let release = () => {};
    const { next, noted } = startNoting(
      open,
      () =>
        new Promise((done) => {
          release = done;
        }),
    );
    await queueOne(open);
    await next();
    const stopped = open.jobs.stop();
    await queueOne(open);
    release();
    await stopped;
    expect(noted).toEqual([]);
    expect([await countJobs(open, 'completed'), await countJobs(open, 'created')]).toEqual([1, 1]);
  });

  test('the job of a killed worker comes back within seconds', async () => {
    const id = await queueOne(open);
    if (kind === 'PGlite') await open.close();
    const child = startStuckWorker(place.location);
    await lineOf(child, new RegExp(`took ${id}`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (kind === 'PGlite') {
      open = await openTestDatabase(place.location);
      expect(await countJobs(open, 'retry'), 'back as soon as the folder is taken over').toBe(1);
    } else {
      const [row] = await open.prisma.$queryRaw<{ seconds: number }[]>`
        SELECT extract(epoch FROM expire_in)::int AS "seconds" FROM pgboss.job WHERE state::text = 'active'`;
      expect(row?.seconds, 'without a sign of life').toBeLessThanOrEqual(6);
    }
    const { next } = startNoting(open);
    expect(await next()).toBe(id);
  });

  /** What the queue does with a claim that nobody has renewed in time. */
  const expire = () =>
    open.prisma
      .$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() - interval '1 second' WHERE state::text = 'active'`;

  test('a claim that expires under a program that stands still is taken up again by what is at it already', async () => {
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    const { next, noted } = startNoting(open, () => released);
    const id = await queueOne(open);
    expect(await next()).toBe(id);
    await expire();
    // Handed out in their order: when the second is here, the first has been handed out again before it.
    const second = await queueOne(open);
    expect(await next()).toBe(second);
    expect(noted).toEqual([]);
    expect(await countJobs(open, 'active')).toBe(2);
    release();
    await open.jobs.stop();
    expect(await countJobs(open, 'completed')).toBe(2);
  });

  test('a worker whose job somebody else has taken over knows it, and does not end it', async () => {
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    let isOurs: Parameters<HandleEffect>[1] = async () => true;
    const stillOurs = () => open.database.transaction((store) => isOurs(store));
    const { next } = startNoting(open, (_, asked) => {
      isOurs = asked;
      return released;
    });
    await queueOne(open);
    await next();
    expect(await stillOurs()).toBe(true);
    await open.prisma
      .$executeRaw`UPDATE pgboss.job SET retry_count = retry_count + 1, started_on = now() + interval '1 hour'`;
    await expect.poll(stillOurs, { timeout: 10_000 }).toBe(false);
    // Also where it comes back here: it is begun anew.
    await open.prisma.$executeRaw`UPDATE pgboss.job SET retry_count = retry_count - 1`;
    expect(await stillOurs()).toBe(false);
    release();
    await open.jobs.stop();
    expect(await countJobs(open, 'active')).toBe(1);
  });

  test('a worker that takes its time renews its claim', async () => {
    let release = () => {};
    const { next } = startNoting(
      open,
      () =>
        new Promise((done) => {
          release = done;
        }),
    );
    await queueOne(open);
    await next();
    const claimedAt = async () => {
      const [row] = await open.prisma.$queryRaw<
        { at: Date }[]
      >`SELECT started_on AS "at" FROM pgboss.job WHERE state::text = 'active'`;
      return row?.at.getTime() ?? 0;
    };
    const first = await claimedAt();
    const stopped = open.jobs.stop(); // also while the program waits for it to end
    await expect.poll(claimedAt, { timeout: 6_000 }).toBeGreaterThan(first);
    release();
    await stopped;
    expect(await countJobs(open, 'completed')).toBe(1);
    expect(errors).toEqual([]);
  });
});

describe.skipIf(!hasPostgres())('two copies of the program on one PostgreSQL', () => {
  test('each job and each due item is taken by one of them', async () => {
    const place = await createPostgres();
    const [one, two] = await Promise.all([openTestDatabase(place.location), openTestDatabase(place.location)]);
    const [first, second] = [startNoting(one), startNoting(two)];
    await one.database.transaction(async (store) => {
      await store.queue(Array.from({ length: 20 }, () => ({ kind: 'card' as const, subjectId: 's', waitedFor: true })));
      await store.plan(
        Array.from({ length: 10 }, (_, index) => ({
          kind: 'consent.watch' as const,
          subjectId: `s${index}`,
          dueAt: store.now,
        })),
      );
    });
    const taken = await Promise.all(
      [one, two].map((copy) =>
        copy.database.transaction(async (store) => {
          const items = await store.takeDue(6);
          // Both are still inside their transactions here.
          await meet();
          for (const { id } of items) await store.endDue(id);
          return items.map(({ id }) => id);
        }),
      ),
    );
    expect(new Set(taken.flat()).size).toBe(10);
    expect(taken.flat()).toHaveLength(10);
    two.jobs.wake();
    await Promise.all([one.jobs.stop(), two.jobs.stop()]);
    await one.close();
    await two.close();
    await place.remove();
    const handed = [...first.noted, ...second.noted];
    expect(new Set(handed).size).toBe(handed.length);
  });
});

/** Two callers wait for each other. */
let release: (() => void) | null = null;
function meet(): Promise<void> {
  if (release) {
    release();
    return Promise.resolve();
  }
  return new Promise((met) => {
    release = met;
  });
}
