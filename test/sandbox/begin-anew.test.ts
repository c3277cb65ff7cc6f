import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../support/at-rest.ts';
import { KARIN, openSandbox, type TestSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  // A database that somebody has named is not thrown away.
  sandbox = await openSandbox({ databaseUrl: null });
});
afterAll(() => closeAtRest(sandbox));

const cases = () => sandbox.stored().prisma.case.count();
const begin = () => sandbox.as(KARIN).type('nytt Västbus');

test('"börja om", pressed many times at once: all begins anew, and whoever types is answered', async () => {
  await begin();
  await expect.poll(cases).toBe(1);
  await Promise.all(Array.from({ length: 5 }, () => sandbox.control('restart-over', {})));
  expect(await cases()).toBe(0);
  await begin();
  await expect.poll(cases).toBe(1);
});
