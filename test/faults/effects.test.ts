import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buttonsOf } from '../support/card-json.ts';
import { createPGlite, forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { KARIN, openSandbox, type TestSandbox } from '../support/sandbox.ts';
import { startCase } from '../support/trip.ts';
import { lookInto, urlOf } from './look-into.ts';

/** In the log when an effect is given up. */
const GIVEN_UP = /"state":"DEAD"/g;

describe('an effect that always fails in a way nobody thought of', () => {
  forEachDatabase((create) => {
    test('fault 8: is given up after a few tries, and the others go on meanwhile', { timeout: 90_000 }, async () => {
      const database = await create();
      const databaseUrl = urlOf(database);
      const sandbox = await openSandbox({ databaseUrl });
      try {
        await sandbox.as(KARIN).type('hjälp');
        await sandbox.sink.until(() => sandbox.sink.messages[0], 'the help card');
        const poison = await lookInto(sandbox, database, async ({ prisma, database: store }) => {
          // A case's card without its case: it cannot be drawn.
          const [help] = await prisma.posting.findMany({ omit: { line: true, notice: true } });
          if (!help) throw new Error('the help card is not remembered');
          const id = uuid();
          await prisma.posting.create({
            data: {
              ...help,
              id,
              kind: 'CASE',
              page: 'guide',
              activityId: null,
              sent: 0,
              sentHash: null,
              sendingId: null,
            },
          });
          await store.transaction((tx) => tx.queue([{ kind: 'card', subjectId: id }]));
          return id;
        });
        await sandbox.restart();

        await sandbox.as(KARIN).type('hjälp');
        await sandbox.sink.until(() => sandbox.sink.messages[1], 'the next help card');
        expect(await sandbox.log(), 'while the other is still being tried').not.toMatch(GIVEN_UP);
        await expect.poll(async () => (await sandbox.log()).match(GIVEN_UP)?.length, { timeout: 60_000 }).toBe(1);

        await lookInto(sandbox, database, async ({ prisma }) => {
          const dead = await prisma.effect.findMany({ where: { state: { not: 'DONE' } } });
          expect(dead).toMatchObject([{ subjectId: poison, state: 'DEAD', cause: 'surprise' }]);
          expect(dead[0]?.attempts).toBeLessThanOrEqual(5);
        });
      } finally {
        await sandbox.close();
        await database.remove();
      }
    });
  });
});

describe('fault 27: what Teams answers to a card', { timeout: 60_000 }, () => {
  let database: TestDatabase;
  let sandbox: TestSandbox;
  const posts = async () => (await sandbox.outbound()).filter(({ method }) => method === 'POST').length;
  beforeAll(async () => {
    database = await createPGlite();
    sandbox = await openSandbox({ databaseUrl: null });
    await sandbox.as(KARIN).type('hjälp');
    await vi.waitFor(posts);
  });
  afterAll(async () => {
    await sandbox.close();
    await database.remove();
  });
  const givenUp = async () => (await sandbox.log()).match(GIVEN_UP)?.length ?? 0;
  const said = () => sandbox.sink.messages.length;

  test.each([412, 429, 502])('%i passes: tried again until it stands once', async (status) => {
    const before = { posts: await posts(), said: said() };
    sandbox.sink.fail(status, 1);
    await sandbox.as(KARIN).type('hjälp');
    await sandbox.sink.until(() => said() > before.said, 'the help card');
    await expect.poll(posts).toBe(before.posts + 2);
    expect(said()).toBe(before.said + 1);
  });

  test.each([400, 403, 413])('%i to a new card is a no: it is not tried again, and the next one is', async (status) => {
    const before = { posts: await posts(), said: said(), givenUp: await givenUp() };
    sandbox.sink.fail(status, 1);
    await sandbox.as(KARIN).type('hjälp');
    await expect.poll(givenUp, { timeout: 10_000 }).toBe(before.givenUp + 1);
    await sandbox.as(KARIN).type('hjälp');
    await sandbox.sink.until(() => said() > before.said, 'the next help card');
    await expect.poll(posts).toBe(before.posts + 2);
  });

  test('404 to an update: the message is gone, so the card is posted anew and followed there', async () => {
    const karin = sandbox.as(KARIN);
    let card = await startCase(sandbox);
    const before = said();
    sandbox.sink.fail(404, 1);
    card = await karin.press(card, 'protection.open');
    card = await karin.press(card, 'protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
    const anew = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the card anew');
    expect(buttonsOf(anew.card)[0]?.data.posting).toBe(buttonsOf(card)[0]?.data.posting);
    const { updates } = anew;
    card = await karin.press(card, 'child.open');
    await karin.press(card, 'child.back');
    await sandbox.sink.until(() => anew.updates > updates, 'the next update, in the new message');
    expect(said()).toBe(before + 1);
  });

  test('those who were given up are there for somebody to see', async () => {
    const rows = await lookInto(sandbox, database, ({ prisma }) =>
      prisma.effect.findMany({
        where: { state: 'DEAD' },
        orderBy: { id: 'asc' },
        select: { cause: true, attempts: true },
      }),
    );
    expect(rows).toEqual(['teams400', 'teams403', 'teams413'].map((cause) => ({ cause, attempts: 1 })));
  });
});
