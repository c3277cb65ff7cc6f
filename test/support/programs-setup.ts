/**
 * Before the tests: the programs that they start are made into plain JavaScript, once. A start then takes a third of
 * what tsx takes. At the end they are gone.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the programs lie, under the names that they have in the repository. */
    programs: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAMS = [
  'bot/serve/server.ts',
  'prisma/import-register.ts',
  'sandbox/main.ts',
  'test/faults/one-copy.ts',
  'test/prisma/stuck-worker.ts',
  'test/serve/measured-server.ts',
  'test/sandbox/playground-parent.ts',
].map((file) => join(ROOT, file));

/** What looks for files beside itself finds them; a program knows by its own address that it is the one started. */
const ownAddresses: Plugin = {
  name: 'own addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (PROGRAMS.includes(path) || path.includes('node_modules')) return undefined;
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.vitest.projects.every(({ name }) => name === 'pure')) return undefined;
  // In the repository, so that packages are found from there.
  const folder = await mkdtemp(join(ROOT, 'node_modules/.cache/programs-'));
  await build({
    entryPoints: PROGRAMS,
    outbase: ROOT,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [ownAddresses],
    logLevel: 'error',
  });
  project.provide('programs', folder);
  return () => rm(folder, { recursive: true, force: true });
}
