/**
 * The long form of a copy that stands still, for a quiet machine: `FREEZES=8 npx vitest run test/faults/frozen-copies.test.ts`.
 * Prints how long the presses at the other copy took meanwhile.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hasPostgres } from '../support/databases.ts';
import { type Held, openCopies } from './copies.ts';

const FREEZES = Number(process.env.FREEZES ?? 0);
const FROZEN_MS = 20_000;
const AWAKE_MS = 2_000;
const CASES = 8;
const PRESS_EVERY_MS = 100;

const notAnswered = (): 'lost' => 'lost';

const share = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0);

test.skipIf(FREEZES === 0 || !hasPostgres())(
  'fault 49: copies freeze one after the other under load: nothing dead, every card comes',
  { timeout: 600_000 },
  async () => {
    const here = await openCopies();
    try {
      const [first, second] = [await here.start(), await here.start()];
      const held: Held[] = [];
      for (let n = 0; n < CASES; n++) held.push(await here.newCase(n % 2 === 0 ? first : second));
      const took: number[] = [];
      let again = 0;
      let goesOn = true;
      let awake = first;
      const pressing = held.map(async (one) => {
        while (goesOn) {
          const began = performance.now();
          const at = awake;
          const answer = await here.press(at, one).catch(notAnswered);
          // A copy that froze with it answers nobody; Teams sends it again, and so does this.
          if (at === awake) took.push(performance.now() - began);
          if (answer === 'again') again += 1;
          await wait(PRESS_EVERY_MS);
        }
      });
      for (let n = 0; n < FREEZES; n++) {
        const [frozen, other] = n % 2 === 0 ? [second, first] : [first, second];
        // In the middle of something, if it can be.
        const caught = here.press(frozen, { ...(held[n % CASES] as Held) }).catch(notAnswered);
        frozen.child.kill('SIGSTOP');
        awake = other;
        await wait(FROZEN_MS);
        frozen.child.kill('SIGCONT');
        await caught;
        await wait(AWAKE_MS);
      }
      goesOn = false;
      await Promise.all(pressing);
      took.sort((a, b) => a - b);
      console.log({
        presses: took.length,
        again,
        p50: share(took, 0.5),
        p99: share(took, 0.99),
        max: share(took, 1),
        over2s: took.filter((ms) => ms > 2_000).length,
      });
      await expect.poll(here.left, { timeout: 120_000 }).toEqual({ effects: [], behind: 0, surprises: [] });
    } finally {
      await here.close();
    }
  },
);
