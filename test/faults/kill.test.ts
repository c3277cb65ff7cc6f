import { describe, expect, test } from 'vitest';
import { expectAtRest } from '../support/at-rest.ts';
import { forEachDatabase } from '../support/databases.ts';
import { KARIN, LENA, SAMIRA, spawnSandbox } from '../support/sandbox.ts';
import { answer, call, finish, invitations, meet, prepare } from '../support/trip.ts';
import { checkTrip } from './check-trip.ts';
import { killing, type Plan } from './killing.ts';
import { carriedOut, lookInto, urlOf } from './look-into.ts';

/** One trip for each database, killed at ten moments in its five steps. */
const PLANS: Record<'PGlite' | 'PostgreSQL', Plan> = {
  PGlite: {
    words: ['posted'],
    'child.save': ['requested'],
    'consent2.save': ['answered'],
    'time.open': ['searching'],
    'kallelse.send': ['booked'],
    accept: ['answered'],
    clock: ['answered'],
    'measure.add': ['requested'],
    'plan.lock': ['posting'],
    'measure.done': ['updating'],
  },
  PostgreSQL: {
    words: ['requested'],
    'consent1.save': ['uncommitted'],
    'consent2.record': ['updating'],
    'time.open': ['searching'],
    'kallelse.send': ['booked'],
    tentativelyAccept: ['updated'],
    'meeting.open': ['answered'],
    'measure.add': ['uncommitted'],
    'plan.lock': ['posted'],
    'measure.done': ['answered'],
  },
};

describe('killed with kill -9 in each of its five steps, the trip goes on to its end', () => {
  forEachDatabase((create, kind) => {
    test('nothing lost, nothing doubled, one event', { timeout: 300_000 }, async () => {
      const database = await create();
      const databaseUrl = urlOf(database);
      const sandbox = await spawnSandbox({ databaseUrl });
      try {
        const { people, kills, left } = killing(sandbox, PLANS[kind], databaseUrl);
        await prepare(people);
        await call(people);
        await answer(people);
        await meet(people);
        await finish(people);
        expect(left()).toEqual([]);

        for (const person of [KARIN, SAMIRA, LENA]) expect(await invitations(sandbox, person)).toHaveLength(1);
        await carriedOut(sandbox, database);
        await lookInto(sandbox, database, async (open) => {
          const extraPosts = kills.filter((kill) => / post(ed|ing)$/.test(kill)).length;
          await checkTrip(open, sandbox.sink, { extraPosts });
          await expectAtRest({ stored: () => open, log: sandbox.log });
        });
      } finally {
        await sandbox.close();
        await database.remove();
      }
    });
  });
});
