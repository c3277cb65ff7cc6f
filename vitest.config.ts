import { defineConfig } from 'vitest/config';

// Two cores are enough: processes (not threads, since PGlite and Prisma bring WebAssembly and native code).
const every = { pool: 'forks' as const, isolate: false, testTimeout: 60_000, hookTimeout: 120_000 };

const PURE = 'test/{app-package,architecture,cards,config,documents,domain,graph,log}/**/*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    teardownTimeout: 15_000,
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: ['test/support/databases-setup.ts', 'test/support/programs-setup.ts'],
    projects: [
      {
        test: {
          ...every,
          name: 'pure',
          include: [PURE],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...every,
          name: 'program',
          include: ['test/**/*.test.ts'],
          exclude: [PURE, 'test/e2e/**'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...every,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
