/** What is done is taken away after its time: never what is dead, waiting, sending or open. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../prisma/database.ts';
import { createBoss } from '../../prisma/queue.ts';
import { added, caseRow } from '../support/case-rows.ts';
import {
  createPostgres,
  forEachDatabase,
  hasPostgres,
  openTestDatabase,
  type TestDatabase,
  testClock,
} from '../support/databases.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const daysAgo = (days: number) => new Date(NOW.subtract({ hours: 24 * days }).epochMilliseconds);
const BEFORE = { seen: NOW.subtract({ hours: 48 }), done: NOW.subtract({ hours: 24 * 30 }) };

let place: TestDatabase;
let open: OpenDatabase;
const start = async (create: () => Promise<TestDatabase>) => {
  place = await create();
  open = await openTestDatabase(place.location, { clock: testClock(NOW.toString()) });
};
const end = async () => {
  await open.close();
  await place.remove();
};

const tidy = (copy: OpenDatabase = open, limit = 500) =>
  copy.database.transaction((store) => store.tidy(BEFORE, limit));

const seenActs = (count: number, seenAt: Date) =>
  open.prisma.seenAct.createMany({
    data: Array.from({ length: count }, (_, n) => ({ key: `${seenAt.toISOString()} ${n}`, outcome: {}, seenAt })),
  });

const effect = (id: string, state: string, days: number, subjectId = 's') => ({
  id,
  kind: 'card',
  subjectId,
  state,
  createdAt: daysAgo(days),
  endedAt: state === 'DONE' || state === 'DEAD' ? daysAgo(days) : null,
});

/** Of what the tests here write nothing is left: that takes a tenth of another database. */
const empty = () =>
  open.prisma
    .$executeRaw`TRUNCATE "SeenAct", "Effect", "DueItem", "Pace", "Posting", "PrintLink", pgboss.job, pgboss.archive`;

forEachDatabase((create) => {
  beforeAll(() => start(create));
  afterEach(empty);
  afterAll(end);

  test('acts are known for two days', async () => {
    await seenActs(3, daysAgo(3));
    await seenActs(2, daysAgo(1));
    await tidy();
    expect(await open.prisma.seenAct.count()).toBe(2);
  });

  test('of effects only those that were done long ago go: not one that is dead, waiting, sending, or named by a card', async () => {
    const posting = uuid();
    const at = { tenantId: 't', language: 'sv', kind: 'HELP', page: 'help', turn: 't', createdAt: daysAgo(99) };
    await open.prisma.posting.create({ data: { ...at, id: posting, sendingId: 'named by its card' } });
    await open.prisma.effect.createMany({
      data: [
        effect('done long ago', 'DONE', 31),
        effect('done long ago, of a card', 'DONE', 31, posting),
        effect('named by its card', 'DONE', 31, posting),
        effect('done lately', 'DONE', 29),
        effect('dead', 'DEAD', 300),
        effect('waiting', 'WAITING', 300),
        effect('sending', 'SENDING', 300),
      ],
    });
    await tidy();
    const left = await open.prisma.effect.findMany({ orderBy: { id: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual(['dead', 'done lately', 'named by its card', 'sending', 'waiting']);
  });

  test('how much somebody pressed is forgotten when they have not been here for long', async () => {
    const pace = (personId: string, at: Date) => ({ personId, at, presses: 1, words: 0, cases: 0, posts: 0 });
    await open.prisma.pace.createMany({ data: [pace('long ago', daysAgo(31)), pace('lately', daysAgo(29))] });
    await tidy();
    expect((await open.prisma.pace.findMany()).map(({ personId }) => personId)).toEqual(['lately']);
  });

  test('of due items only those that were done long ago: not one that was given up, and not one that nobody has taken', async () => {
    const item = (subjectId: string, doneAt: Date | null, attempts = 0) => ({
      id: uuid(),
      kind: 'consent.watch',
      subjectId,
      dueAt: daysAgo(300),
      doneAt,
      attempts,
    });
    await open.prisma.dueItem.createMany({
      data: [
        item('done long ago', daysAgo(31), 2),
        item('done lately', daysAgo(29)),
        item('given up', daysAgo(300), 5),
        item('not taken', null),
      ],
    });
    await tidy();
    const left = await open.prisma.dueItem.findMany({ orderBy: { subjectId: 'asc' } });
    expect(left.map(({ subjectId }) => subjectId)).toEqual(['done lately', 'given up', 'not taken']);
  });

  test('links to papers go when they do not open any more', async () => {
    const row = caseRow();
    await open.database.transaction((store) => store.apply([added('case', row)]));
    const link = (document: string, expiresAt: Date) => ({
      id: uuid(),
      caseId: row.id,
      document,
      personId: 'p',
      tokenSealed: 'x',
      expiresAt,
    });
    const inMinutes = (minutes: number) => new Date(NOW.add({ minutes }).epochMilliseconds);
    await open.prisma.printLink.createMany({
      data: [link('over', inMinutes(-61)), link('open', inMinutes(5))],
    });
    await tidy();
    expect((await open.prisma.printLink.findMany()).map(({ document }) => document)).toEqual(['open']);
  });

  test('in bites: so many of each kind at a time, the oldest first, and it says whether there may be more', async () => {
    await seenActs(5, daysAgo(3));
    await seenActs(4, daysAgo(4));
    expect(await tidy(open, 4)).toBe(true);
    expect(await open.prisma.seenAct.count({ where: { seenAt: daysAgo(3) } })).toBe(5);
    expect(await tidy(open, 4)).toBe(true);
    expect(await tidy(open, 4)).toBe(false);
    expect(await open.prisma.seenAct.count()).toBe(0);
  });

  test('the jobs of what is done go too, an hour later from the queue and a day later from its archive', async () => {
    await open.database.transaction((store) => store.queue([{ kind: 'card' }, { kind: 'card' }]));
    await open.prisma.$executeRaw`UPDATE pgboss.job SET state = 'completed', completed_on = now() - interval '2 hours'
      WHERE id = (SELECT id FROM pgboss.job LIMIT 1)`;
    const boss = createBoss(
      {
        executeSql: async (text) => {
          for (const part of text.split(/;\s*\n/).filter((one) => one.trim() !== ''))
            await open.prisma.$executeRawUnsafe(part);
          return { rows: [] };
        },
      },
      60,
    );
    await boss.maintain();
    const rows = async (table: string) => {
      const [row] = await open.prisma.$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS "count" FROM pgboss.${table}`,
      );
      return row?.count;
    };
    expect([await rows('job'), await rows('archive')]).toEqual([1, 1]);
    await open.prisma.$executeRaw`UPDATE pgboss.archive SET archived_on = now() - interval '2 days'`;
    await boss.maintain();
    expect([await rows('job'), await rows('archive')]).toEqual([1, 0]);
  });
});

describe.skipIf(!hasPostgres())('several copies on one PostgreSQL', () => {
  beforeAll(() => start(createPostgres));
  afterEach(empty);
  afterAll(end);

  test('nobody waits for a row that somebody holds: it is taken away the next time', async () => {
    await seenActs(3, daysAgo(3));
    await open.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT "key" FROM "SeenAct" ORDER BY "key" LIMIT 1 FOR UPDATE`;
      // Waited for in here: it would never end if it stood in line.
      await tidy();
      expect(await tx.seenAct.count()).toBe(1);
    });
    await tidy();
    expect(await open.prisma.seenAct.count()).toBe(0);
  });

  test('two at once take each what the other does not hold, and together everything', async () => {
    await seenActs(600, daysAgo(3));
    const other = await openTestDatabase(place.location, { clock: testClock(NOW.toString()) });
    const copies = [open, other];
    await Promise.all(
      copies.map(async (copy) => {
        while (await tidy(copy, 50));
      }),
    );
    await tidy();
    expect(await open.prisma.seenAct.count()).toBe(0);
    await other.close();
  });
});
