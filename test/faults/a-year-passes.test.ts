/**
 * A year of use: what is done goes away by itself, and what somebody must still see or do stays. A press that comes
 * again is a repeat for two days, and after that it is one of an old card.
 */
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { closeAtRest, jumpTo } from '../support/at-rest.ts';
import { buttonsOf, textOf } from '../support/card-json.ts';
import { hasPostgres } from '../support/databases.ts';
import { caseIn } from '../support/prepared.ts';
import { openSandbox, type TestSandbox } from '../support/sandbox.ts';
import { dayFromNow } from '../support/trip.ts';

const at = (days: number) => `${dayFromNow(days)}T09:00:00Z`;

/** More than one bite of what has long been done, and one of each that must stay. */
async function fill({ prisma }: ReturnType<TestSandbox['stored']>): Promise<void> {
  const now = new Date();
  const many = Array.from({ length: 1_200 }, (_, n) => n);
  await prisma.seenAct.createMany({ data: many.map((n) => ({ key: `filled ${n}`, outcome: {}, seenAt: now })) });
  const effect = (state: string) => ({ id: uuid(), kind: 'card', state, createdAt: now, endedAt: now });
  await prisma.effect.createMany({ data: [...many.map(() => effect('DONE')), effect('DEAD')] });
  const item = (subjectId: string) => ({ id: uuid(), kind: 'subscription.renew', subjectId, dueAt: now });
  await prisma.dueItem.createMany({
    data: [
      ...many.map((n) => ({ ...item(`done ${n}`), doneAt: now })),
      { ...item('given up'), doneAt: now, attempts: 5 },
      { ...item('not yet'), dueAt: new Date(at(400)) },
    ],
  });
}

describe.each([
  ['PGlite', null, true],
  ['PostgreSQL', undefined, hasPostgres()],
] as const)('on %s', (_, databaseUrl, isThere) => {
  test.skipIf(!isThere)(
    'a year passes: what is done is gone, what is not stays',
    async () => {
      const sandbox = await openSandbox(databaseUrl === null ? { databaseUrl } : {});
      try {
        const story = await caseIn(sandbox, 'started');
        await story.press('print.open');
        await story.press('print.information');
        await story.press('guide.open');
        await story.press('protection.open');
        const button = buttonsOf(story.card()).find(({ verb }) => verb === 'protection.save');
        if (!button) throw new Error('no button to save with');
        const save = story.client.pressed(button, { protectedIdentity: 'NO', secretPlace: 'NO' });
        const answer = await story.client.send(save);
        const open = sandbox.stored();
        const { prisma } = open;
        await fill(open);
        const counts = async () => ({
          acts: await prisma.seenAct.count({ where: { seenAt: { lt: new Date(at(300)) } } }),
          done: await prisma.effect.count({ where: { state: 'DONE', endedAt: { lt: new Date(at(300)) } } }),
          doneItems: await prisma.dueItem.count({ where: { doneAt: { lt: new Date(at(300)) }, attempts: 0 } }),
          links: await prisma.printLink.count(),
          dead: await prisma.effect.count({ where: { state: 'DEAD' } }),
          items: (await prisma.dueItem.findMany({ where: { subjectId: { in: ['given up', 'not yet'] } } })).length,
          cases: await prisma.case.count(),
          audit: (await prisma.audit.count()) > 0,
        });
        const before = await counts();

        await jumpTo(sandbox, new Date(Date.now() + 47 * 3_600_000).toISOString());
        expect(await story.client.send({ ...save, id: uuid() })).toEqual(answer);
        expect((await counts()).acts).toBeGreaterThanOrEqual(before.acts);

        await jumpTo(sandbox, at(366));
        await expect
          .poll(counts, { timeout: 60_000 })
          .toEqual({ acts: 0, done: 0, doneItems: 0, links: 0, dead: 1, items: 2, cases: before.cases, audit: true });
        const late = await story.client.send({ ...save, id: uuid() });
        expect(late.body && textOf(late.body.value)).toContain('Någon annan hann ändra. Här är det senaste.');
      } finally {
        await closeAtRest(sandbox, { dead: ['card null'] });
      }
    },
    120_000,
  );
});
