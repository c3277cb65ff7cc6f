import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../../prisma/audit.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase } from '../support/databases.ts';

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

  const write = (act: string, caseId: string | null = 'case-1') =>
    open.database.transaction((store) =>
      store.audit({ tenantId: 'tenant-1', actorId: null, act, caseId, subjectId: null, outcome: 'ok' }),
    );

  /** As somebody with the rights of the tables' owner could. */
  async function tamper(sql: string) {
    await open.prisma.$executeRawUnsafe('ALTER TABLE "Audit" DISABLE TRIGGER USER');
    await open.prisma.$executeRawUnsafe(sql);
    await open.prisma.$executeRawUnsafe('ALTER TABLE "Audit" ENABLE TRIGGER USER');
  }

  test('acts that commit at the same time stand in one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => write(`act-${index}`, index % 2 ? null : 'case-1')));
    expect(await verifyAudit(open.prisma)).toMatchObject({ ok: true, rows: 12 });
  });

  test('an act that is rolled back leaves no gap', async () => {
    const failing = open.database.transaction(async (store) => {
      await store.audit({ tenantId: null, actorId: null, act: 'never', caseId: null, subjectId: null, outcome: 'ok' });
      throw new Error('surprise');
    });
    await expect(failing).rejects.toThrow('surprise');
    await write('after');
    expect(await verifyAudit(open.prisma)).toMatchObject({ ok: true, rows: 13 });
  });

  test.each(['UPDATE "Audit" SET "outcome" = \'no\'', 'DELETE FROM "Audit"', 'TRUNCATE "Audit"'])(
    '%s is refused',
    async (sql) => {
      await expect(open.prisma.$executeRawUnsafe(sql)).rejects.toThrow('Audit is append-only');
    },
  );

  test('a changed time, a changed word and a missing row are found where they stand', async () => {
    await tamper(`UPDATE "Audit" SET "at" = "at" - interval '1 minute' WHERE "seq" = 9`);
    expect(await verifyAudit(open.prisma)).toEqual({ ok: false, seq: 9 });
    await tamper(`UPDATE "Audit" SET "actorId" = 'somebody' WHERE "seq" = 5`);
    expect(await verifyAudit(open.prisma)).toEqual({ ok: false, seq: 5 });
    await tamper(`DELETE FROM "Audit" WHERE "seq" = 2`);
    expect(await verifyAudit(open.prisma)).toEqual({ ok: false, seq: 3 });
  });
});
