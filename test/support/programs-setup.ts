/**
 * Before the tests: the programs that they start are made into plain JavaScript, once, with their heaviest packages
 * in it. A start then takes less than a third of what tsx takes. At the end they are gone.
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

/** With what these need, two thousand small files. Others stay packages: some read files that lie beside them. */
const TAKEN_IN =
  /^(@azure\/identity|@microsoft\/(microsoft-graph-client|teams-ai)|botbuilder|date-holidays|restify|zod)(\/|$)/;
const NATIVE = 'dtrace-provider';

/** A package in CommonJS that is bundled asks for what is left outside. */
const REQUIRE = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`;

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

const heavyPackages: Plugin = {
  name: 'heavy packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, importer }) =>
      importer === '' || importer.includes('node_modules') || TAKEN_IN.test(path)
        ? undefined
        : { path, external: true },
    );
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
    external: [NATIVE],
    banner: { js: REQUIRE },
    minifyWhitespace: true,
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [ownAddresses, heavyPackages],
    logLevel: 'error',
  });
  project.provide('programs', folder);
  return () => rm(folder, { recursive: true, force: true });
}
