import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

/** Per file: what it may import, and what the rules of the folder must refuse. */
const ARROWS: Record<string, { may: string[]; mayNot: string[] }> = {
  'domain/rule.ts': {
    may: ['zod', 'temporal-polyfill', 'date-holidays', './codes.ts', './rows/plan.ts', './words/names.ts'],
    mayNot: [
      'node:fs',
      'pino',
      'zod/v3',
      '../bot/act.ts',
      '../cards/frame.ts',
      './../bot/act.ts',
      '../domain/../bot/act.ts',
      '@microsoft/teams-ai',
    ],
  },
  'domain/words/word.ts': {
    may: ['zod', './names.ts', '../codes.ts', '../rows/plan.ts'],
    mayNot: ['../../bot/act.ts', '../../cards/frame.ts', '../../vitest.config.ts'],
  },
  'cards/frame.ts': {
    may: [
      'zod',
      'adaptivecards-templating',
      './fit.ts',
      './texts/say.ts',
      '../domain/codes.ts',
      '../domain/rows/plan.ts',
    ],
    mayNot: ['../bot/act.ts', '../graph/client.ts', '../prisma/store.ts', '../documents/sip.ts', 'botbuilder'],
  },
  'cards/sip/card.ts': {
    may: [
      'zod',
      './card.json',
      '../contract.ts',
      '../texts/say.ts',
      '../../domain/codes.ts',
      '../../domain/rows/plan.ts',
    ],
    mayNot: [
      '../meeting/move.ts',
      '../../bot/act.ts',
      '../../graph/client.ts',
      '../../prisma/store.ts',
      '../../documents/sip.ts',
      '../../sandbox/main.ts',
      'botbuilder-core',
    ],
  },
  'cards/texts/words.ts': {
    may: ['./sv.json', '../contract.ts', '../../domain/codes.ts'],
    mayNot: ['../../bot/act.ts', '../../prisma/store.ts'],
  },
  'documents/paper.ts': {
    may: ['pdfmake', '../domain/plan.ts', '../domain/rows/plan.ts', '../cards/texts/say.ts'],
    mayNot: ['../cards/case/case.ts', '../bot/act.ts', '../graph/client.ts'],
  },
  'graph/call.ts': {
    may: ['@azure/identity', './client.ts', '../domain/ports.ts'],
    mayNot: [
      '@microsoft/microsoft-graph-client',
      '../prisma/store.ts',
      '../bot/config/config.ts',
      '../cards/frame.ts',
      'botbuilder',
    ],
  },
  'graph/client.ts': {
    may: ['@microsoft/microsoft-graph-client', '../domain/ports.ts'],
    mayNot: ['../bot/act.ts', '@prisma/client'],
  },
  'prisma/rows.ts': {
    may: ['@prisma/client', 'pg-boss', './generated/client.ts', '../domain/ports.ts', '../domain/rows/plan.ts'],
    mayNot: ['../bot/config/config.ts', '../graph/client.ts', '../cards/frame.ts'],
  },
  'prisma/import-register.ts': {
    may: ['../bot/config/config.ts', '../domain/codes.ts'],
    mayNot: ['../bot/act.ts', '../bot/config/setting.ts', '../graph/client.ts'],
  },
  'bot/case/step.ts': {
    may: [
      'zod',
      'temporal-polyfill',
      './other.ts',
      '../act.ts',
      '../effect.ts',
      '../../domain/codes.ts',
      '../../domain/rows/plan.ts',
      '../../cards/case/case.ts',
      '../../cards/texts/say.ts',
      '../../documents/sip.ts',
    ],
    mayNot: [
      '../meeting/step.ts',
      '../steps.ts',
      '../engine/dispatch.ts',
      '../log/log.ts',
      '../../graph/client.ts',
      '../../prisma/store.ts',
      '../../cards/../graph/client.ts',
      './../meeting/step.ts',
      'botbuilder',
      '@microsoft/teams-ai',
      'pg-boss',
      'restify',
      'node:fs',
    ],
  },
  'bot/steps.ts': {
    may: ['./case/step.ts', './act.ts', '../domain/codes.ts', '../cards/frame.ts'],
    mayNot: ['./engine/dispatch.ts', './http/teams.ts', '../graph/calendar.ts', '../prisma/store.ts', 'botbuilder'],
  },
  'bot/engine/road.ts': {
    may: ['uuid', './dispatch.ts', '../steps.ts', '../log/log.ts', '../../cards/frame.ts', '../../domain/ports.ts'],
    mayNot: [
      '../case/step.ts',
      '../http/teams.ts',
      '../serve/server.ts',
      '../config/config.ts',
      'botbuilder',
      '@microsoft/teams-ai/lib/Application.js',
      '@prisma/client',
      '../../graph/calendar.ts',
      '../../prisma/database.ts',
      '../../sandbox/clock.ts',
    ],
  },
  'bot/http/door.ts': {
    may: ['restify', 'jose', '../act.ts', '../engine/dispatch.ts', '../log/log.ts', '../../documents/link-page.ts'],
    mayNot: [
      '../meeting/step.ts',
      '../serve/server.ts',
      'botbuilder',
      '@microsoft/teams-ai',
      '../../graph/calendar.ts',
      '../../prisma/database.ts',
    ],
  },
  'bot/http/teams.ts': {
    may: ['botbuilder', '@microsoft/teams-ai/lib/Application.js', '../act.ts', './activity-act.ts'],
    mayNot: ['../../prisma/database.ts', '../../graph/calendar.ts', '@microsoft/microsoft-graph-client'],
  },
  'bot/serve/server.ts': {
    may: [
      'restify',
      '../http/teams.ts',
      '../engine/dispatch.ts',
      '../../graph/calendar.ts',
      '../../prisma/database.ts',
    ],
    mayNot: ['botbuilder', '../../sandbox/clock.ts', '../../test/support/x.ts'],
  },
  'bot/log/log.ts': {
    may: ['pino', './log-field.ts'],
    mayNot: ['../act.ts', '../../domain/rows/case.ts', 'botbuilder'],
  },
  'sandbox/start.ts': {
    may: ['restify', '../bot/serve/server.ts', '../graph/calendar.ts', '../prisma/database.ts'],
    mayNot: [],
  },
};

/** Every way to reach another module that a reader would take for an import. */
const FORMS: ((module: string) => string)[] = [
  (module) => `import '${module}';`,
  (module) => `import { a } from '${module}';`,
  (module) => `import type { A } from '${module}';`,
  (module) => `export { b } from '${module}';`,
  (module) => `export * from '${module}';`,
  (module) => `await import('${module}');`,
];

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }) }),
  ),
});
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

const trees: string[] = [];

/** A folder with the project's rules and these files. */
async function plant(files: Record<string, string>): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'arrows-'));
  trees.push(tree);
  await copyFile('biome.json', join(tree, 'biome.json'));
  for (const [file, source] of Object.entries(files)) {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), source);
  }
  return tree;
}

/** `rule file:line` of everything that biome finds there. */
async function lint(tree: string): Promise<string[]> {
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error', '.'];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 16e6 }, (_failed, out) => resolve(out));
  });
  return report
    .parse(JSON.parse(output))
    .diagnostics.map(
      ({ category, location }) => `${category.split('/').at(-1)} ${location.path}:${location.start.line}`,
    );
}

const lines = ({ may, mayNot }: { may: string[]; mayNot: string[] }) => [
  ...may.map((module) => ({ source: `import '${module}';`, ok: true })),
  ...mayNot.flatMap((module) => FORMS.map((form) => ({ source: form(module), ok: false }))),
];

let refused = new Set<string>();
beforeAll(async () => {
  const sources = Object.entries(ARROWS).map(([file, arrows]) => [
    file,
    lines(arrows)
      .map(({ source }) => source)
      .join('\n'),
  ]);
  refused = new Set(await lint(await plant(Object.fromEntries(sources))));
});
afterAll(() => Promise.all(trees.map((tree) => rm(tree, { recursive: true, force: true }))));

test.each(Object.entries(ARROWS))('%s imports what its folder may and nothing else', (file, arrows) => {
  const verdicts = lines(arrows).map(({ source, ok }, at) => ({
    source,
    expected: ok,
    passed: !refused.has(`noRestrictedImports ${file}:${at + 1}`),
  }));
  expect(verdicts.filter(({ expected, passed }) => expected !== passed)).toEqual([]);
});

test('only bot/config/config.ts reads the environment', async () => {
  const source = 'export const port = process.env.PORT;\n';
  const tree = await plant({
    'bot/config/config.ts': source,
    'bot/serve/server.ts': source,
    'sandbox/main.ts': source,
  });
  expect(await lint(tree)).toEqual(['noProcessEnv bot/serve/server.ts:1', 'noProcessEnv sandbox/main.ts:1']);
});

// `type A = import('…').A` is the one form that biome does not look at.
test('no type is fetched past the rules', async () => {
  const folders = ['bot', 'cards', 'documents', 'domain', 'graph', 'prisma'];
  const listed = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true }).catch(() => [])));
  const files = listed.flatMap((names, at) => names.map((name) => join(folders[at] ?? '', name)));
  const ours = files.filter((file) => file.endsWith('.ts') && !file.startsWith(join('prisma', 'generated')));
  const sources = await Promise.all(ours.map(async (file) => ({ file, source: await readFile(file, 'utf8') })));
  expect(ours).toContain(join('domain', 'ports.ts'));
  expect(sources.filter(({ source }) => /(?<!await )\bimport\(/.test(source)).map(({ file }) => file)).toEqual([]);
});
