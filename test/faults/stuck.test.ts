/**
 * One copy of the program stands still, a row is locked from outside, a socket has gone silent: the others are answered
 * meanwhile, whoever it concerns is asked to try again, and afterwards everything comes by itself.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textOf } from '../support/card-json.ts';
import { hasPostgres } from '../support/databases.ts';
import { type SilentProxy, startSilentProxy } from '../support/silent-proxy.ts';
import { type Copies, openCopies } from './copies.ts';

const NOTHING_LEFT = { effects: [], behind: 0, surprises: [] };

describe.skipIf(!hasPostgres())('several copies on one PostgreSQL', { timeout: 120_000 }, () => {
  let here: Copies;
  let proxy: SilentProxy;
  beforeEach(async () => {
    here = await openCopies();
    proxy = await startSilentProxy(here.url);
  });
  afterEach(async () => {
    await here.close();
    await proxy.close();
  });

  const untilNothingIsLeft = () => expect.poll(here.left, { timeout: 30_000 }).toEqual(NOTHING_LEFT);
  const backendsIn = async (state: string) => {
    const [row] = await here.prisma.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state = ${state}`;
    return row?.n ?? 0;
  };

  test('fault 49: a row locked from outside, and 14 presses on its case: try again; the others are answered, and their cards come', async () => {
    const copy = await here.start();
    const [stuck, free] = [await here.newCase(copy), await here.newCase(copy)];
    const letGo = await here.lock(stuck);
    const pressed = Array.from({ length: 14 }, () => here.press(copy, stuck));
    // While all of them wait: the real answer, and the next card, its effect and all.
    expect(await here.press(copy, free)).toBe('card');
    await here.newCase(copy);
    expect(new Set(await Promise.all(pressed))).toEqual(new Set(['again']));
    expect(await here.press(copy, free)).toBe('card');
    await letGo();
    expect(await here.press(copy, stuck)).toBe('card');
    await untilNothingIsLeft();
  });

  test('fault 49: a copy that freezes in the middle of an act loses its locks to the others, and goes on when it wakes', async () => {
    const [frozen, other] = [await here.start(proxy.url), await here.start()];
    const [its, free] = [await here.newCase(frozen), await here.newCase(other)];
    await untilNothingIsLeft();
    proxy.hush('database');
    const pressed = here.press(frozen, { ...its });
    // The case is locked, and whoever locked it does not know yet.
    await expect.poll(() => backendsIn('idle in transaction')).toBeGreaterThan(0);
    frozen.child.kill('SIGSTOP');
    proxy.speak();
    expect(await here.press(other, free)).toBe('card');
    await expect.poll(() => here.press(other, its), { timeout: 30_000 }).toBe('card');
    frozen.child.kill('SIGCONT');
    // What the other copy had pressed meanwhile was the same.
    expect(['card', 'again']).toContain(await pressed);
    await expect.poll(() => here.press(frozen, its), { timeout: 30_000 }).toBe('card');
    await untilNothingIsLeft();
  });

  test.each(['both', 'database'] as const)(
    'fault 20, fault 49: a silent socket (%s): try again, and all goes on by itself when there is an answer',
    async (who) => {
      const copy = await here.start(proxy.url);
      const held = await here.newCase(copy);
      proxy.hush(who);
      expect(await here.press(copy, { ...held })).toBe('again');
      expect(await here.isReady(copy)).toBe(false);
      proxy.speak();
      await expect.poll(() => here.press(copy, held), { timeout: 30_000 }).toBe('card');
      await here.newCase(copy);
      await expect.poll(() => here.isReady(copy), { timeout: 30_000 }).toBe(true);
      await untilNothingIsLeft();
    },
  );

  test('fault 20: words typed while the database is silent are answered in the chat, a crowd of them a few times; then they are read again', async () => {
    const copy = await here.start(proxy.url);
    await here.newCase(copy);
    await untilNothingIsLeft();
    const before = here.sink.messages.length;
    const said = () => here.sink.messages.slice(before).map(({ card }) => textOf(card));
    proxy.hush('both');
    await Promise.all(Array.from({ length: 5 }, () => here.type(copy, 'nytt Västbus')));
    expect(said()).toHaveLength(3);
    for (const sentence of said()) expect(sentence).toContain('Försök igen om en liten stund.');
    expect(copy.lines.join()).not.toContain('"surprise"');
    proxy.speak();
    await expect.poll(() => here.isReady(copy), { timeout: 30_000 }).toBe(true);
    await here.newCase(copy);
    expect(await here.prisma.case.count()).toBe(2);
    await untilNothingIsLeft();
  });

  test('fault 21: a database that takes nothing is not ready; work is refused with "try again" and goes on afterwards', async () => {
    const copy = await here.start();
    const held = await here.newCase(copy);
    const takes = async (isReadOnly: boolean) => {
      await here.prisma.$executeRawUnsafe(
        `ALTER DATABASE ${new URL(here.url).pathname.slice(1)} SET default_transaction_read_only = ${isReadOnly}`,
      );
      await here.prisma.$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    };
    await takes(false);
    expect(await here.press(copy, held)).toBe('card');
    await takes(true);
    expect(await here.press(copy, { ...held })).toBe('again');
    expect(await here.isReady(copy)).toBe(false);
    await here.prisma.$executeRaw`SET default_transaction_read_only = off`;
    await takes(false);
    await expect.poll(() => here.press(copy, held), { timeout: 30_000 }).toBe('card');
    await expect.poll(() => here.isReady(copy), { timeout: 30_000 }).toBe(true);
    await untilNothingIsLeft();
  });
});
