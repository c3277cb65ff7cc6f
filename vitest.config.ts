import { defineConfig } from 'vitest/config';

// Two cores are enough: processes (not threads, since PGlite and Prisma bring WebAssembly and native code).
// What a file has imported stays imported for the next one: teams-ai and botbuilder alone take seconds.
const every = { pool: 'forks' as const, isolate: false, testTimeout: 60_000, hookTimeout: 120_000 };

const PURE = 'test/{app-package,architecture,cards,config,documents,domain,graph,log}/**/*.test.ts';
const LONG = 'test/{faults,serve}/**/*.test.ts';
const BROWSER = 'test/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    teardownTimeout: 15_000,
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: ['test/support/databases-setup.ts', 'test/support/programs-setup.ts'],
    projects: [
      { test: { ...every, name: 'pure', include: [PURE], sequence: { groupOrder: 0 } } },
      // The longest first; projects of one group run together, in the order of their names.
      { test: { ...every, name: 'faults', include: [LONG], sequence: { groupOrder: 1 } } },
      {
        test: {
          ...every,
          name: 'flows',
          include: ['test/**/*.test.ts'],
          exclude: [PURE, LONG, BROWSER],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...every,
          name: 'browser',
          include: [BROWSER],
          fileParallelism: false,
          testTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
