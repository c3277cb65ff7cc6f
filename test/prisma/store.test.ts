import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';

/** Vitest finds any two Temporal values equal; their texts are not. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  const clock = testClock();
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location, { clock });
  });
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  async function storeCase() {
    const file = caseRow();
    const talk = talkRow(file.id, { words: 'Jag vill att någon lyssnar på mig.' });
    const consent = consentRow(file.id, { originalLocation: 'Pärmen hos kuratorn', recordedAt: null });
    await open.database.transaction((store) =>
      store.apply([added('case', file), added('talk', talk), added('consent', consent)]),
    );
    return { file, talk, consent };
  }

  test('what was stored is read back with its instants, days and texts', async () => {
    const { file, talk, consent } = await storeCase();
    const read = await open.database.transaction((store) => store.lockCase(file.id));
    expect(plain(read)).toEqual(
      plain({
        case: file,
        talks: [talk],
        consents: [consent],
        withdrawals: [],
        meetings: [],
        participants: [],
        attendees: [],
        meetingMoves: [],
        deviations: [],
        plans: [],
        needs: [],
        goals: [],
        measures: [],
        openPoints: [],
        measureEvents: [],
        planRecipients: [],
        members: [],
        printLinks: [],
        postings: [],
      }),
    );
    expect(read?.case.createdAt).toBeInstanceOf(Temporal.Instant);
    expect(read?.case.needNoticedOn).toBeInstanceOf(Temporal.PlainDate);
  });

  test('texts that people typed do not stand in clear in the tables', async () => {
    const { talk, consent } = await storeCase();
    const rows = await open.prisma.$queryRaw<{ text: string }[]>`
      SELECT to_jsonb(t)::text AS "text" FROM "Talk" t WHERE "id" = ${talk.id}
      UNION ALL SELECT to_jsonb(c)::text FROM "Consent" c WHERE "id" = ${consent.id}`;
    const text = rows.map((row) => row.text).join();
    expect(text).toContain('v1.test.');
    expect(text).not.toMatch(/lyssnar|Pärmen/);
  });

  test('a change to part of a row leaves the rest, and counts the revision up', async () => {
    const { file, talk } = await storeCase();
    await open.database.transaction((store) =>
      store.apply([
        { in: 'talk', id: talk.id, set: { words: null } },
        { in: 'talk', id: talk.id, set: { participation: 'WHOLE' } },
        { in: 'case', id: file.id, set: { safety: 'RESTRICTED' } },
      ]),
    );
    const read = await open.database.transaction((store) => store.findCase(file.id));
    expect(plain(read?.talks[0])).toEqual(plain({ ...talk, words: null, participation: 'WHOLE', revision: 1 }));
    expect(plain(read?.case)).toEqual(plain({ ...file, safety: 'RESTRICTED', revision: 1 }));
  });

  test('a change to part of a row that does not exist is a surprise, and nothing of the decision is stored', async () => {
    const { file } = await storeCase();
    const failing = open.database.transaction((store) =>
      store.apply([
        { in: 'case', id: file.id, set: { status: 'CLOSED' } },
        { in: 'talk', id: 'nowhere', set: { participation: 'WHOLE' } },
      ]),
    );
    await expect(failing).rejects.toThrow('Talk nowhere does not exist');
    const read = await open.database.transaction((store) => store.findCase(file.id));
    expect(read?.case.status).toBe('PREPARING');
  });

  test('somebody who is removed can be called again in the same decision', async () => {
    const { file } = await storeCase();
    const meeting = meetingRow(file.id);
    const first = participantRow(meeting.id);
    const second = participantRow(meeting.id);
    const consents = [consentRow(file.id), consentRow(file.id, { givenBy: 'GUARDIAN_2' })];
    await open.database.transaction((store) =>
      store.apply([
        ...consents.map((row) => added('consent', row)),
        added('meeting', meeting),
        added('participant', first),
      ]),
    );
    await open.database.transaction((store) =>
      store.apply([added('participant', second), { in: 'participant', id: first.id, remove: true }]),
    );
    const read = await open.database.transaction((store) => store.findCase(file.id));
    expect(plain(read?.participants)).toEqual(plain([second]));
  });

  test('an act is recognised by its key, a chat is remembered, a subscription keeps its secret', async () => {
    const chat = {
      personId: 'p1',
      tenantId: 't1',
      conversationId: 'c1',
      serviceUrl: 'https://x.example',
      language: null,
      greetedAt: clock.now(),
    };
    const subscription = { subscriptionId: 's1', clientState: 'hemlig', expiresAt: clock.now().add({ hours: 24 }) };
    await open.database.transaction(async (store) => {
      await store.lockKey('words:1');
      expect(await store.findSeenAct('words:1')).toBeUndefined();
      await store.saveSeenAct('words:1', { code: 'ok' });
      await store.saveChat({ ...chat, language: 'en' });
      await store.saveChat(chat);
      await store.saveSubscription('box1', subscription);
    });
    await open.database.transaction(async (store) => {
      expect(await store.findSeenAct('words:1')).toEqual({ code: 'ok' });
      expect(plain(await store.findChat('p1'))).toEqual(plain(chat));
      expect(plain(await store.findSubscription('box1'))).toEqual(plain(subscription));
      expect(await store.findSubscriptions(['s1', 's2'])).toMatchObject([{ mailbox: 'box1', clientState: 'hemlig' }]);
    });
    const [row] = await open.prisma.subscription.findMany();
    expect(row?.clientStateSealed).not.toContain('hemlig');
  });
});
