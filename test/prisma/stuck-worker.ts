/**
 * A program that takes a job and never ends it; tests start it as a process of its own and kill it. Its argument is a
 * Location.
 */
import { openTestDatabase } from '../support/open-test-database.ts';

const open = await openTestDatabase(JSON.parse(process.argv[2] ?? ''));
console.log('open');
open.jobs.startWorker(
  async (effectId) => {
    console.log(`took ${effectId}`);
    await new Promise(() => undefined);
  },
  { concurrency: 1 },
);
