/** A copy of the program works on while a newer one has already migrated the database. */
import { expect, test } from 'vitest';
import type { Change } from '../../domain/rows/case-file.ts';
import { added, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, testClock } from '../support/databases.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

forEachDatabase((create) => {
  test('fault 55: a schema with more columns is written and read as before', async () => {
    const place = await create();
    const clock = testClock();
    const { database, prisma, close } = await openTestDatabase(place.location, { clock });
    const chat = {
      personId: 'p1',
      tenantId: 't1',
      conversationId: 'c1',
      serviceUrl: 'https://x.example',
      language: null,
      greetedAt: clock.now(),
    };
    const subscription = { subscriptionId: 's1', clientState: 'hemlig', expiresAt: clock.now() };

    const work = async (n: number) => {
      const row = caseRow();
      const meeting = meetingRow(row.id);
      const changes: Change[] = [
        added('case', row),
        added('talk', talkRow(row.id)),
        added('consent', consentRow(row.id)),
        added('consent', consentRow(row.id, { givenBy: 'GUARDIAN_2' })),
        added('meeting', meeting),
        added('participant', participantRow(meeting.id)),
      ];
      await database.transaction(async (store) => {
        await store.apply(changes);
        await store.saveChat(chat);
        await store.saveSubscription('box1', subscription);
        await store.plan([{ kind: 'consent.watch', subjectId: `s${n}`, dueAt: clock.now() }]);
        await store.queue([{ kind: 'card', subjectId: 'nowhere' }]);
        await store.saveSeenAct(`key-${n}`, { code: 'ok' });
        await store.audit({ tenantId: null, actorId: null, act: 'a', caseId: row.id, subjectId: null, outcome: 'ok' });
      });
      return database.transaction(async (store) => {
        const file = await store.lockCase(row.id);
        if (file)
          await store.apply([added('talk', { ...file.talks[0], id: `copy-${n}`, with: 'GUARDIAN_1' } as never)]);
        return [
          plain(await store.findChat('p1')),
          plain(await store.findSubscription('box1')),
          Object.keys(file?.case ?? {}),
        ];
      });
    };

    const before = await work(1);
    const tables = await prisma.$queryRaw<{ name: string }[]>`
      SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'`;
    for (const { name } of tables)
      await prisma.$executeRawUnsafe(`ALTER TABLE "${name}" ADD COLUMN "later" text NOT NULL DEFAULT 'x'`);
    expect(await work(2)).toEqual(before);

    await close();
    await place.remove();
  });
});
