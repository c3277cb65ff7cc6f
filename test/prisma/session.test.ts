import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../prisma/engine.ts';
import { sql } from '../../prisma/session.ts';
import { isWorthRetrying } from '../../prisma/write-conflict.ts';
import {
  createPostgres,
  forEachDatabase,
  hasPostgres,
  openEngine,
  openTestDatabase,
  type TestDatabase,
} from '../support/databases.ts';

const raise = (code: string) => ({ text: `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$` });

forEachDatabase((create) => {
  let place: TestDatabase;
  let engine: Engine;
  beforeAll(async () => {
    place = await create();
    engine = await openEngine(place.location);
    await engine.executeSql('CREATE TABLE "Note" ("id" int UNIQUE DEFERRABLE INITIALLY DEFERRED, "text" text)');
  });
  afterAll(async () => {
    await engine.close();
    await place.remove();
  });

  const notes = async () => (await engine.executeSql('SELECT * FROM "Note" ORDER BY "id"', [])).rows;

  test('values come back as they went in, whatever stands in them', async () => {
    const value = `'; DROP TABLE "Note"; -- $1 ÅÄÖ \\ "`;
    const rows = await engine.transaction((tx) =>
      tx.query(sql`SELECT ${value}::text AS "text", ${['a', 'b,c']}::text[] AS "list", ${JSON.stringify({ n: 1 })}::jsonb AS "json",
        ${7}::int AS "number", ${true}::boolean AS "flag", ${null}::text AS "none"`),
    );
    expect(rows).toEqual([{ text: value, list: ['a', 'b,c'], json: { n: 1 }, number: 7, flag: true, none: null }]);
  });

  test('what is handed over for COMMIT is stored after all the rest, in its order, and not when the work fails', async () => {
    await engine.transaction(async (tx) => {
      tx.withCommit(sql`UPDATE "Note" SET "text" = "text" || ' second' WHERE "id" = 1`);
      tx.withCommit(sql`UPDATE "Note" SET "text" = "text" || ' third' WHERE "id" = 1`);
      await tx.query(sql`INSERT INTO "Note" VALUES (1, 'first')`);
    });
    const failing = engine.transaction(async (tx) => {
      tx.withCommit(sql`DELETE FROM "Note"`);
      throw new Error('surprise');
    });
    await expect(failing).rejects.toThrow('surprise');
    expect(await notes()).toEqual([{ id: 1, text: 'first second third' }]);
  });

  test.each([
    ['a COMMIT that fails', sql`INSERT INTO "Note" VALUES (2, 'a'), (2, 'b')`, /duplicate key/],
    ['a statement that goes with COMMIT and fails', sql`INSERT INTO "Nowhere" VALUES (2)`, /"Nowhere" does not exist/],
  ])('%s is a failure, and nothing is kept', async (_, last, message) => {
    const failing = engine.transaction(async (tx) => {
      await tx.query(sql`INSERT INTO "Note" VALUES (3, 'c')`);
      tx.withCommit(last);
    });
    await expect(failing).rejects.toThrow(message);
    expect(await notes()).toHaveLength(1);
  });

  test('a COMMIT that does not commit is a failure, even where the failed statement was caught', async () => {
    const failing = engine.transaction(async (tx) => {
      await tx.query(sql`INSERT INTO "Note" VALUES (4, 'd')`);
      await tx.query(sql`SELECT nonsense`).catch(() => undefined);
      return 'done';
    });
    await expect(failing).rejects.toThrow();
    expect(await notes()).toHaveLength(1);
  });

  test('statements are carried out in the order they are sent, also when one of them fails', async () => {
    const failing = engine.transaction((tx) =>
      Promise.all([
        tx.query(sql`INSERT INTO "Note" VALUES (5, 'e')`),
        tx.query(sql`SELECT nonsense`),
        tx.query(sql`INSERT INTO "Note" VALUES (6, 'f')`),
      ]),
    );
    await expect(failing).rejects.toThrow(/nonsense/);
    const sent = await engine.transaction((tx) =>
      Promise.all([
        tx.query(sql`INSERT INTO "Note" VALUES (7, 'g')`),
        tx.query(sql`SELECT "id" FROM "Note" WHERE "id" > 1`),
      ]),
    );
    expect(sent).toEqual([[], [{ id: 7 }]]);
    await engine.executeSql('DELETE FROM "Note" WHERE "id" > 1');
  });

  test('what is sent without waiting is there for whatever asks next, and its failure is theirs', async () => {
    const found = await engine.transaction((tx) => {
      tx.send(sql`INSERT INTO "Note" VALUES (8, 'h')`);
      return tx.query(sql`SELECT "text" FROM "Note" WHERE "id" = 8`);
    });
    expect(found).toEqual([{ text: 'h' }]);
    const asking = engine.transaction(async (tx) => {
      tx.send(sql`DELETE FROM "Note"`);
      tx.send(sql`SELECT nonsense`);
      await tx.query(sql`SELECT 1`);
    });
    await expect(asking).rejects.toThrow(/nonsense/);
    const ending = engine.transaction(async (tx) => {
      tx.send(sql`DELETE FROM "Note"`);
      tx.send(sql`SELECT nonsense`);
    });
    await expect(ending).rejects.toThrow(/nonsense/);
    expect(await notes()).toHaveLength(2);
    await engine.executeSql('DELETE FROM "Note" WHERE "id" > 1');
  });

  test.each([
    ['40001', true],
    ['40P01', true],
    ['23505', false],
  ])('the database says %s: worth trying again is %s', async (code, isWorth) => {
    const during = () => engine.transaction((tx) => tx.query(raise(code)));
    const atTheEnd = () => engine.transaction(async (tx) => tx.withCommit(raise(code)));
    for (const failing of [during, atTheEnd])
      expect(isWorthRetrying(await failing().catch((error: unknown) => error))).toBe(isWorth);
  });

  test('of statements sent together the first that fails says why, however far from it somebody waits', async () => {
    const failing = engine.transaction((tx) => {
      const deep = Promise.all([Promise.all([tx.query(raise('40P01'))])]);
      return Promise.all([deep, tx.query(sql`SELECT 1`), tx.query(sql`SELECT 2`)]);
    });
    const error = await failing.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: '40P01' });
    expect(isWorthRetrying(error)).toBe(true);
  });

  test('who still wants something when the work has failed does not reach the next transaction', async () => {
    let failed = (): void => undefined;
    const end = new Promise<void>((done) => {
      failed = done;
    });
    let straggler: Promise<unknown> = Promise.resolve();
    let late: Promise<unknown> = Promise.resolve();
    const failing = engine.transaction(async (tx) => {
      straggler = end.then(() => tx.query(sql`INSERT INTO "Note" VALUES (9, 'late')`));
      late = end.then(() => tx.withCommit(sql`INSERT INTO "Note" VALUES (9, 'later')`));
      throw new Error('surprise');
    });
    await expect(failing).rejects.toThrow('surprise');
    failed();
    await expect(straggler).rejects.toThrow();
    await expect(late).rejects.toThrow('over');
    expect(await notes()).toHaveLength(1);
  });
});

describe.skipIf(!hasPostgres())('on PostgreSQL alone', () => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await createPostgres();
  });
  afterAll(() => place.remove());

  test('a connection that is lost in the middle is thrown away, said once, and the next one is new', async () => {
    const errors: unknown[] = [];
    const engine = await openEngine(place.location, (error) => errors.push(error));
    const pidOf = async () => {
      const [row] = await engine.transaction((tx) => tx.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS "pid"`));
      return row?.pid;
    };
    const before = await pidOf();
    const failing = engine.transaction((tx) => tx.query(sql`SELECT pg_terminate_backend(pg_backend_pid())`));
    await expect(failing).rejects.toThrow(/terminating connection/);
    expect(await pidOf()).not.toBe(before);
    expect(errors.length).toBeGreaterThan(0);
    await engine.close();
  });

  test("nobody waits for the audit's lock while another act is still at work", async () => {
    const open = await openTestDatabase(place.location);
    const audit = (act: string) => ({
      tenantId: null,
      actorId: null,
      act,
      caseId: null,
      subjectId: null,
      outcome: 'ok',
    });
    await open.database.transaction(async (store) => {
      await store.audit(audit('first'));
      await open.database.transaction((other) => other.audit(audit('second')));
    });
    const rows = await open.prisma.audit.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map(({ act }) => act)).toEqual(['second', 'first']);
    await open.close();
  });
});
