import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/card-json.ts';
import { KARIN, openSandbox, type TestSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  // What stands in an address of somebody's is not thrown away.
  sandbox = await openSandbox({ databaseUrl: null });
});
afterAll(() => sandbox?.close());

test('"börja om", pressed many times at once: all begins anew, and whoever types is answered', async () => {
  await sandbox.as(KARIN).type('nytt Västbus');
  await Promise.all(Array.from({ length: 5 }, () => sandbox.control('restart-over', {})));
  expect(await sandbox.stored().prisma.case.count()).toBe(0);
  await sandbox.as(KARIN).type('hjälp');
  await sandbox.sink.until(
    () => sandbox.sink.messages.find(({ card }) => textOf(card).includes('nytt Västbus')),
    'help',
  );
});
