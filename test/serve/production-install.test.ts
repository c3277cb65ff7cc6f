import { cp, link, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasPostgres } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { lineOf } from '../support/lines-of.ts';
import { emptyDatabase, endOf, type ProductionDatabase, runIn, settings } from './production.ts';

const PROGRAM = ['bot', 'cards', 'documents', 'domain', 'graph', 'prisma', 'package.json', 'tsconfig.json'];
const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** What `npm ci --omit=dev` leaves, out of the packages that are here already: the same files, without the network. */
async function installForProduction(folder: string): Promise<void> {
  const { packages } = Lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  for (const [place, { dev }] of Object.entries(packages)) if (place && !dev) await linkPackage(place, folder);
  for (const part of PROGRAM) await cp(part, join(folder, part), { recursive: true });
}

/** A package without those inside it, which have a line of their own. One for another kind of machine is not here. */
async function linkPackage(place: string, folder: string): Promise<void> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
  await mkdir(join(folder, place), { recursive: true });
  for (const entry of entries) {
    const path = join(place, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') await linkPackage(path, folder);
    else if (entry.isFile()) await link(path, join(folder, path));
  }
}

describe.skipIf(!hasPostgres())('production has what it needs without the development packages', () => {
  let folder: string;
  let place: ProductionDatabase;
  beforeAll(async () => {
    // Beside node_modules: hard links do not reach into another file system.
    await mkdir('test-results', { recursive: true });
    folder = await mkdtemp(join(process.cwd(), 'test-results', 'production-'));
    [place] = await Promise.all([emptyDatabase(), installForProduction(folder)]);
  });
  afterAll(() => Promise.all([place?.remove(), rm(folder, { recursive: true, force: true })]));

  test('the sandbox, PGlite and the Playground are not among them', async () => {
    const installed = await readdir(join(folder, 'node_modules'));
    for (const name of ['pglite-prisma-adapter', 'fullcalendar', 'playwright-core', 'vitest'])
      expect(installed).not.toContain(name);
    expect(await readdir(join(folder, 'node_modules', '@microsoft'))).not.toContain('m365agentsplayground');
    expect(installed).toContain('restify');
  });

  test('the register is imported, and the program serves and stops', async () => {
    const register = join(process.cwd(), 'sandbox', 'register.json');
    const imported = await endOf(runIn(folder, 'prisma/import-register.ts', { DATABASE_URL: place.url }, [register]));
    expect([imported.code, imported.errors]).toEqual([0, '']);
    const port = await freePort();
    const env = { ...settings(place.url), PORT: String(port), LOG_LEVEL: 'info' };
    const child = runIn(folder, 'bot/serve/server.ts', env);
    const ended = endOf(child);
    await lineOf(child, /"serve.ready"/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST' })).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, errors: '' });
  });
});
