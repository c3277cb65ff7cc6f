/** What was given up stands where somebody sees it, and can be had done once more. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { startSweeper } from '../../bot/engine/due.ts';
import { createLog } from '../../bot/log/log.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { listDead, tryDeadAgain } from '../../prisma/dead.ts';
import { added, caseRow } from '../support/case-rows.ts';
import { forEachDatabase, openEngine, openTestDatabase, testClock } from '../support/databases.ts';
import { testDispatch } from '../support/test-dispatch.ts';

forEachDatabase((create) => {
  test('fault 8: a due item and an effect that were given up: the log and the convener are told, each time; both are listed, and tried again', async () => {
    const place = await create();
    const clock = testClock();
    const open = await openTestDatabase(place.location, { clock });
    const { database, prisma } = open;
    let logged = '';
    const destination = new Writable({
      write(line, _encoding, done) {
        logged += String(line);
        done();
      },
    });
    const log = createLog({ key: 'k', destination });
    const row = caseRow();
    const chat = { personId: row.convenerId, tenantId: 't', conversationId: 'own', serviceUrl: 'http://x' };
    await database.transaction(async (store) => {
      await store.apply([added('case', row)]);
      await store.saveChat({ ...chat, language: null, greetedAt: null });
      await store.plan([{ kind: 'consent.watch', subjectId: 's', caseId: row.id, dueAt: clock.now() }]);
      await store.queue([{ kind: 'card', subjectId: 'nowhere' }]);
    });
    const sweepUntilGivenUp = async (from: OpenDatabase, times: number) => {
      const dispatch = testDispatch(from.database, clock, log);
      const sweeper = startSweeper(
        from.database,
        async (act) => {
          if (act.kind === 'due') throw new Error('broken');
          return dispatch(act);
        },
        log,
      );
      await expect
        .poll(() => sweeper.sweep().then(() => logged.match(/"due\.dead"/g)?.length), { timeout: 30_000 })
        .toBe(times);
      await sweeper.stop();
    };
    await sweepUntilGivenUp(open, 1);
    const [line] = await prisma.posting.findMany();
    const [item] = await prisma.dueItem.findMany();
    // Another copy that had it too.
    expect(await database.transaction((store) => store.failDue(item?.id ?? ''))).toBe(false);
    expect(line).toMatchObject({ kind: 'LINE', conversationId: 'own', line: { key: 'line.givenUp' } });
    const { id } = await prisma.effect.findFirstOrThrow({ where: { subjectId: 'nowhere' } });
    await database.transaction((store) => store.saveEffect(id, { state: 'DEAD', cause: 'http400' }));
    await prisma.$executeRaw`DELETE FROM pgboss.job`;
    await open.close();

    const engine = await openEngine(place.location);
    expect((await listDead(engine)).map(({ what, kind, cause, code }) => [what, kind, cause, code])).toEqual(
      expect.arrayContaining([
        ['effect', 'card', 'http400', null],
        ['due', 'consent.watch', null, row.code],
      ]),
    );
    expect(await tryDeadAgain(engine, () => undefined)).toBe(2);
    expect(await listDead(engine)).toEqual([]);
    await engine.close();

    const again = await openTestDatabase(place.location, { clock });
    const due = await again.database.transaction((store) => store.takeDue(10));
    expect(due).toMatchObject([{ kind: 'consent.watch', caseId: row.id }]);
    const taken: string[] = [];
    again.jobs.startWorker(async (effectId) => void taken.push(effectId), { concurrency: 1 });
    await expect.poll(() => taken, { timeout: 20_000 }).toEqual([id]);
    clock.set(clock.now().add({ hours: 1 }).toString());
    await sweepUntilGivenUp(again, 2);
    expect(await again.prisma.posting.count(), 'the convener is told each time').toBe(2);
    await again.close();
    await place.remove();
  });
});
