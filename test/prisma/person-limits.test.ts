/** What somebody has done lately, as the database counts it: the same as the rule in domain/limits.ts. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptied, hasRoom, type Levels, type PersonLimits } from '../../domain/limits.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';

const limit = { atOnce: 5, everySeconds: 4 };
const limits: PersonLimits = { presses: limit, words: limit, cases: limit, posts: { atOnce: 3, everySeconds: 60 } };

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  const clock = testClock();
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location, { clock });
  });
  afterAll(async () => {
    await open?.close();
    await place?.remove();
  });
  const pace = (personId: string, added: Partial<Levels>) =>
    open.database.transaction((store) => store.pace(personId, added, limits));

  test('is the rule of the domain, whatever comes and however the clock goes', async () => {
    const step = fc.record({ seconds: fc.integer({ min: -20, max: 40 }), name: fc.constantFrom('presses', 'posts') });
    const way = fc.array(step, { minLength: 5, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.uuid(), way, async (personId, steps) => {
        const levels = { presses: 0, posts: 0 };
        for (const { seconds, name } of steps) {
          clock.set(clock.now().add({ seconds }).toString());
          const before = await pace(personId, { [name]: 1 });
          for (const one of ['presses', 'posts'] as const) {
            const level = emptied(levels[one], limits[one], seconds);
            levels[one] = one === name ? Math.min(level, limits[one].atOnce) : level;
            expect(before[one]).toBeCloseTo(levels[one], 6);
          }
          levels[name as keyof typeof levels] += 1;
        }
      }),
      { numRuns: 10, seed: 7 },
    );
  }, 60_000);

  test('one row a person, also of two acts at the same time, and nothing of an act that was not carried out', async () => {
    await Promise.all([pace('anna', { words: 1 }), pace('anna', { words: 1 })]);
    await open.database
      .transaction(async (store) => {
        await store.pace('anna', { words: 1 }, limits);
        throw new Error('something surprised');
      })
      .catch(() => undefined);
    expect((await pace('anna', {})).words).toBe(2);
    expect(await open.prisma.pace.count({ where: { personId: 'anna' } })).toBe(1);
  });

  test('a crowd that is a little slower than a standstill finds no room either, whatever else is counted with it', async () => {
    let letThrough = 0;
    for (let n = 0; n < 30; n++) {
      clock.set(clock.now().add({ milliseconds: 10 }).toString());
      const { words } = await open.database.transaction(async (store) => {
        const before = await store.pace('crowd', { words: 1 }, limits);
        store.addToPace('crowd', { posts: 1 }, limits);
        return before;
      });
      if (hasRoom(words, limits.words)) letThrough += 1;
    }
    expect(letThrough).toBeLessThanOrEqual(limits.words.atOnce + 1);
  });

  test('that it is too much is said once a minute', async () => {
    await pace('lena', { words: 1 });
    const told = () => open.database.transaction((store) => store.mayBeTold('lena'));
    expect([await told(), await told()]).toEqual([true, false]);
    clock.set(clock.now().add({ seconds: 61 }).toString());
    await pace('lena', {});
    expect([await told(), await told()]).toEqual([true, false]);
  });
});
