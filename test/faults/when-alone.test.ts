import { setTimeout as take } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { OnItsWay, whenAlone } from '../../bot/engine/when-alone.ts';

test('FAULTS 12: a withdrawal waits no longer for what is on its way when each look takes long', async () => {
  const looks: boolean[] = [];
  const began = performance.now();
  let overAt = 0;
  const done = await whenAlone(began + 300, async (mayWait) => {
    looks.push(mayWait);
    // A busy machine: each look takes as long as three pauses between looks.
    await take(150);
    if (mayWait) throw new OnItsWay();
    overAt = performance.now();
    return 'withdrawn';
  });
  expect(done).toBe('withdrawn');
  // Two looks at most begin before the end, and the third waits for nothing.
  expect(looks.filter((mayWait) => mayWait).length).toBeLessThanOrEqual(2);
  expect(looks.at(-1)).toBe(false);
  expect(overAt).toBeGreaterThan(began + 300);
});
