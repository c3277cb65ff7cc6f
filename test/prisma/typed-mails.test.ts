/**
 * Addresses that somebody typed: sealed when they are stored, and where a version before let them stand clear, sealed
 * when the program starts.
 */
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { type KeyRing, openKeyRing } from '../../prisma/crypto.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { listMigrations } from '../../prisma/migrations.ts';
import { added, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { forEachDatabase, openEngine, openTestDatabase, type TestDatabase } from '../support/databases.ts';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const FIRST = openKeyRing(key('k1', 1));
const CHANGED = openKeyRing(`${key('k2', 2)},${key('k1', 1)}`);
const CANARY = 'kanariefagel';
const TYPED = `${CANARY}.ett@region.example`;
const FUNCTIONAL = 'Mottagning@social.example';

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  beforeEach(async () => {
    place = await create();
  });
  afterEach(async () => {
    await open?.close();
    await place?.remove();
  });
  const start = async (keys: KeyRing) => {
    open = await openTestDatabase(place.location, { keys });
    await open.sealTypedMails();
  };
  const restart = async (keys: KeyRing) => {
    await open.close();
    await start(keys);
  };

  const meeting = (people: Partial<Participant>[]) => {
    const row = caseRow();
    const held = meetingRow(row.id);
    const rows = people.map((set) => participantRow(held.id, set));
    return { row, held, rows };
  };
  async function put(people: Partial<Participant>[]) {
    const { row, held, rows } = meeting(people);
    await open.database.transaction((store) =>
      store.apply([
        added('case', row),
        added('consent', consentRow(row.id)),
        added('consent', consentRow(row.id, { givenBy: 'GUARDIAN_2' })),
        added('meeting', held),
      ]),
    );
    // A hundred at a time: a person's transaction is let wait three seconds, also on a machine that has much to do.
    for (let at = 0; at < rows.length; at += 100) {
      const some = rows.slice(at, at + 100);
      await open.database.transaction((store) => store.apply(some.map((one) => added('participant', one))));
    }
    return { caseId: row.id, meetingId: held.id, rows };
  }
  const read = async (caseId: string): Promise<CaseFile['participants']> =>
    (await open.database.transaction((store) => store.findCase(caseId)))?.participants ?? [];
  const stored = () => open.prisma.participant.findMany({ orderBy: { id: 'asc' } });
  /** As an older program has them: clear, whoever's they are. */
  const unseal = (id: string, mail: string) =>
    open.prisma.participant.update({
      where: { id },
      data: { mail, mailTyped: false, mailSealed: null, mailKey: null },
    });

  describe('where they are stored', () => {
    beforeEach(() => start(FIRST));

    test('a typed one stands nowhere in clear and is read back; the register’s stands clear', async () => {
      const { caseId } = await put([{ mail: TYPED, mailTyped: true }, { mail: FUNCTIONAL }]);
      expect((await read(caseId)).map(({ mail, mailTyped }) => [mail, mailTyped])).toEqual([
        [TYPED, true],
        [FUNCTIONAL, false],
      ]);
      const [typed, functional] = await stored();
      expect(JSON.stringify(typed)).not.toContain(CANARY);
      expect(functional).toMatchObject({ mail: FUNCTIONAL, mailSealed: null, mailKey: null });
    });

    test('one meeting has a typed address once, two meetings do not show that they have the same', async () => {
      const { meetingId } = await put([{ mail: TYPED, mailTyped: true }]);
      await put([{ mail: TYPED, mailTyped: true }]);
      const [one, two] = await stored();
      expect(one?.mailKey).not.toBe(two?.mailKey);
      const again = participantRow(meetingId, { mail: TYPED, mailTyped: true });
      const calling = open.database.transaction((store) => store.apply([added('participant', again)]));
      await expect(calling).rejects.toThrow(/mailKey/);
    });

    test('a stand-in of the register takes the row over: nothing of the typed address stays', async () => {
      const { caseId, rows } = await put([{ mail: TYPED, mailTyped: true }]);
      const set = { personId: 'p', mail: 'eva@region.example', mailTyped: false };
      await open.database.transaction((store) => store.apply([{ in: 'participant', id: rows[0]?.id ?? '', set }]));
      expect(await read(caseId)).toMatchObject([set]);
      expect(await stored()).toMatchObject([{ mail: 'eva@region.example', mailSealed: null, mailKey: null }]);
    });

    test('who changes an address says whose it is', async () => {
      const { rows } = await put([{}]);
      const change = { in: 'participant', id: rows[0]?.id ?? '', set: { mail: TYPED } } as const;
      await expect(open.database.transaction((store) => store.apply([change]))).rejects.toThrow(/typed/);
    });
  });

  describe('an older version’s', () => {
    test('are sealed at the start, in bites and once; those of the register are left as they are', async () => {
      await start(FIRST);
      await open.prisma.unit.create({
        data: { id: 'social-1', name: 'S', kind: 'SOCIAL', principal: 'MUNICIPALITY', functionalMail: FUNCTIONAL },
      });
      const { caseId, rows } = await put([
        ...Array.from({ length: 1_100 }, (_, n) => ({ mail: `${CANARY}${n}@region.example`, mailTyped: true })),
        { mail: FUNCTIONAL.toLowerCase() },
        { mail: 'person@social.example', personId: 'someone' },
      ]);
      await open.prisma.$executeRawUnsafe(
        `UPDATE "Participant" SET "mail" = "id" || '${CANARY}@region.example', "mailTyped" = false, "mailSealed" = NULL,
          "mailKey" = NULL WHERE "mailTyped"`,
      );
      await restart(FIRST);
      const after = await stored();
      expect(JSON.stringify(after)).not.toContain(CANARY);
      expect(after.filter(({ mailTyped }) => mailTyped)).toHaveLength(1_100);
      expect(after.slice(-2).map(({ mail }) => mail)).toEqual([FUNCTIONAL.toLowerCase(), 'person@social.example']);
      expect((await read(caseId))[0]).toMatchObject({
        mail: `${rows[0]?.id}${CANARY}@region.example`,
        mailTyped: true,
      });
      await restart(FIRST);
      expect(await stored()).toEqual(after);
    }, 60_000);

    test('two copies that start at the same time seal each row once', async () => {
      await start(FIRST);
      const { caseId, rows } = await put([{}, { mail: 'b@b.example' }]);
      for (const { id } of rows) await unseal(id, `${id}@region.example`);
      await Promise.all([open.sealTypedMails(), open.sealTypedMails()]);
      expect((await read(caseId)).map(({ mail }) => mail)).toEqual(rows.map(({ id }) => `${id}@region.example`));
    });

    test('fault 55: a database that the version before filled is opened, and goes on', async () => {
      const engine = await openEngine(place.location);
      const before = (await listMigrations()).filter(({ name }) => name < '0007');
      await engine.executeSql(
        `DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE "_prisma_migrations" (
          "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
          "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
          "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0);
        ${before.map(({ sql }) => sql).join(';\n')};
        ${before
          .map(
            ({ name, checksum }) =>
              `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('${uuid()}', '${checksum}', '${name}', now());`,
          )
          .join('\n')}
        INSERT INTO "Case" ("id", "code", "tenantId", "status", "convenerId", "unitId", "language", "createdAt")
          VALUES ('c', 'AAA-BBB', 't', 'PREPARING', 'p', 'school-1', 'sv', now());
        INSERT INTO "Meeting" ("id", "caseId", "status") VALUES ('m', 'c', 'DRAFT');
        INSERT INTO "Participant" ("id", "meetingId", "unitId", "mail", "kind", "answer")
          VALUES ('01', 'm', 'social-1', '${TYPED}', 'SUMMONED', 'NONE');`,
      );
      await engine.close();
      await start(FIRST);
      expect(JSON.stringify(await stored())).not.toContain(CANARY);
      expect(await read('c')).toMatchObject([{ id: '01', mail: TYPED, mailTyped: true, answer: 'NONE' }]);
      await open.database.transaction((store) =>
        store.apply([{ in: 'participant', id: '01', set: { answer: 'ACCEPTED' } }]),
      );
      expect(await read('c')).toMatchObject([{ mail: TYPED, answer: 'ACCEPTED' }]);
    });
  });

  test('the first key changes: each is sealed and marked with the new one, and one meeting still has an address once', async () => {
    await start(FIRST);
    const { caseId, meetingId } = await put([{ mail: TYPED, mailTyped: true }]);
    const [before] = await stored();
    await restart(CHANGED);
    const [after] = await stored();
    expect(after?.mailSealed).toContain('.k2.');
    expect(after?.mailKey).not.toBe(before?.mailKey);
    expect(await read(caseId)).toMatchObject([{ mail: TYPED }]);
    const again = participantRow(meetingId, { mail: TYPED, mailTyped: true });
    const calling = open.database.transaction((store) => store.apply([added('participant', again)]));
    await expect(calling).rejects.toThrow(/mailKey/);
  });

  test('one changed byte does not keep the program from starting, nor the other rows from being sealed', async () => {
    await start(FIRST);
    const { rows } = await put([
      { mail: TYPED, mailTyped: true },
      { mail: `b${TYPED}`, mailTyped: true },
    ]);
    const [broken, whole] = [rows[0]?.id ?? '', rows[1]?.id ?? ''];
    const sealed = (await stored())[0]?.mailSealed ?? '';
    await open.prisma.participant.update({ where: { id: broken }, data: { mailSealed: `${sealed.slice(0, -4)}AAAA` } });
    await unseal(whole, `b${TYPED}`);
    await restart(CHANGED);
    expect((await stored()).map(({ mailSealed }) => mailSealed?.split('.')[1])).toEqual(['k1', 'k2']);
  });

  test(`fault 55: what a copy from before finds in the column that it knows is a text of its own, never nothing`, async () => {
    await start(FIRST);
    await put([
      { mail: TYPED, mailTyped: true },
      { mail: `b${TYPED}`, mailTyped: true },
    ]);
    const rows = await stored();
    expect(rows.map(({ mail }) => mail)).toEqual(rows.map(({ id }) => id));
    // As it writes one beside us: without the columns that it does not know.
    await open.prisma.$executeRawUnsafe(
      `INSERT INTO "Participant" ("id", "meetingId", "unitId", "mail", "kind", "answer")
       VALUES ('zz', '${rows[0]?.meetingId}', 'social-1', 'c${TYPED}', 'SUMMONED', 'NONE')`,
    );
    await restart(FIRST);
    expect(JSON.stringify(await stored())).not.toContain(CANARY);
  });
});
