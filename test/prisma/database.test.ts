import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TalkPartner } from '../../domain/codes.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { DatabaseInUse } from '../../prisma/pglite/folder-lock.ts';
import { added, caseRow, talkRow } from '../support/case-rows.ts';
import {
  createPGlite,
  createPostgres,
  forEachDatabase,
  hasPostgres,
  openTestDatabase,
  type TestDatabase,
} from '../support/databases.ts';
import { lineOf } from '../support/lines-of.ts';
import { programFile } from '../support/program.ts';
import { sandboxFolder } from '../support/sandbox-folder.ts';

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location);
  });
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  test('a COMMIT that fails is a failure', async () => {
    await open.prisma.$executeRaw`CREATE TABLE "Late" ("id" int UNIQUE DEFERRABLE INITIALLY DEFERRED)`;
    const late = open.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Late" VALUES (1)`;
      await tx.$executeRaw`INSERT INTO "Late" VALUES (1)`;
    });
    await expect(late).rejects.toThrow();
    expect(await open.prisma.$queryRaw`SELECT * FROM "Late"`).toEqual([]);
  });

  test('a statement that fails leaves the connection usable', async () => {
    await expect(open.prisma.$queryRaw`SELECT nonsense`).rejects.toThrow();
    await expect(open.database.transaction((store) => store.findCase('nowhere'))).resolves.toBeNull();
  });

  test('the isolation level that is asked for is the one that is had', async () => {
    const level = await open.prisma.$transaction((tx) => tx.$queryRaw`SHOW transaction_isolation`, {
      isolationLevel: 'Serializable',
    });
    expect(level).toEqual([{ transaction_isolation: 'serializable' }]);
  });

  test('instants are stored in UTC, to the millisecond, whatever the zone of the machine', async () => {
    const row = caseRow({ createdAt: Temporal.Instant.from('2027-07-01T10:00:00.123Z') });
    await open.database.transaction((store) => store.apply([added('case', row)]));
    const [stored] = await open.prisma.$queryRaw<{ at: string }[]>`
      SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS "at" FROM "Case" WHERE "id" = ${row.id}`;
    expect(stored?.at).toBe('2027-07-01 10:00:00.123');
    expect((await open.prisma.case.findUniqueOrThrow({ where: { id: row.id } })).createdAt.toISOString()).toBe(
      '2027-07-01T10:00:00.123Z',
    );
  });

  test('a transaction is tried again when the database breaks it off for another one, and no more than four times', async () => {
    let tries = 0;
    const done = await open.database.transaction(async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('conflict'), { code: '40P01' });
      return 'done';
    });
    expect([done, tries]).toEqual(['done', 3]);

    const hopeless = open.database.transaction(async () => {
      tries += 1;
      throw Object.assign(new Error('conflict'), { code: '40001' });
    });
    await expect(hopeless).rejects.toThrow('conflict');
    expect(tries).toBe(3 + 4);
  });

  test('acts with the same key stand in line', async () => {
    const order: string[] = [];
    const act = (name: string) =>
      open.database.transaction(async (store) => {
        await store.lockKey('chat-1');
        order.push(`${name} in`);
        await store.findSeenAct(name);
        order.push(`${name} out`);
      });
    await Promise.all(['a', 'b', 'c'].map(act));
    for (let index = 0; index < order.length; index += 2)
      expect(order[index + 1]).toBe(order[index]?.replace('in', 'out'));
  });

  test('what is due is taken oldest first, once planned however often it is said, and not again when it is done', async () => {
    await open.database.transaction(async (store) => {
      const at = (hours: number) => store.now.add({ hours });
      await store.plan([
        { kind: 'consent.watch', subjectId: 'late', dueAt: at(-1) },
        { kind: 'consent.watch', subjectId: 'early', dueAt: at(-2) },
        { kind: 'consent.watch', subjectId: 'later', dueAt: at(1) },
      ]);
      await store.plan([{ kind: 'consent.watch', subjectId: 'late', dueAt: at(-1) }]);
    });
    const take = () =>
      open.database.transaction(async (store) => {
        const items = await store.takeDue(10);
        for (const { id } of items) await store.endDue(id);
        return items.map(({ subjectId }) => subjectId);
      });
    expect(await take()).toEqual(['early', 'late']);
    expect(await take()).toEqual([]);
  });
});

describe('a database folder', () => {
  test('a first start that was broken off halfway begins anew', async () => {
    const folder = sandboxFolder();
    await mkdir(`${folder}/data/base`, { recursive: true });
    await writeFile(`${folder}/data/PG_VERSION`, '17');
    const open = await openTestDatabase({ kind: 'pglite', folder });
    expect(await open.prisma.case.count()).toBe(0);
    await open.close();
  });

  test('a second copy is refused with a sentence; a dead copy is taken over at once, with all it had committed', async () => {
    const place = await createPGlite();
    const child = spawn(
      process.execPath,
      [programFile('test/prisma/stuck-worker.ts'), JSON.stringify(place.location)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await lineOf(child, /open/);
    await expect(openTestDatabase(place.location)).rejects.toThrow(DatabaseInUse);
    await expect(openTestDatabase(place.location)).rejects.toThrow(
      /is in use by another copy of the program: stop that one first/,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    const open = await openTestDatabase(place.location);
    await expect(openTestDatabase(place.location)).rejects.toThrow(DatabaseInUse);
    await open.close();
    const again = await openTestDatabase(place.location);
    await again.close();
    await place.remove();
  });
});

describe.skipIf(!hasPostgres())('one PostgreSQL', () => {
  test('two copies change the same case one after the other, and the second sees what the first did', async () => {
    const place = await createPostgres();
    const [one, two] = await Promise.all([openTestDatabase(place.location), openTestDatabase(place.location)]);
    const row = caseRow();
    await one.database.transaction((store) => store.apply([added('case', row)]));
    const seen: string[] = [];
    const talk = (copy: OpenDatabase, partner: TalkPartner) =>
      copy.database.transaction(async (store) => {
        const file = await store.lockCase(row.id);
        seen.push(`revision ${file?.case.revision}, ${file?.talks.length} talks`);
        await store.apply([
          { in: 'case', id: row.id, set: { existingSip: 'NO' } },
          added('talk', talkRow(row.id, { with: partner })),
        ]);
      });
    await Promise.all([talk(one, 'GUARDIAN_1'), talk(two, 'CHILD')]);
    expect(seen).toEqual(['revision 0, 0 talks', 'revision 1, 1 talks']);
    await Promise.all([one.close(), two.close()]);
    await place.remove();
  });
});
