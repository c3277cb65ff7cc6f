import { once } from 'node:events';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPortFree } from '../../sandbox/port.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { sandboxFolder } from '../support/sandbox-folder.ts';
import { isAlive, npmStart, refusalOf, type Settings, signalGroup } from './npm-start.ts';

const PORTS = ['PORT', 'OUTLOOK_PORT', 'PLAYGROUND_PORT'] as const;

const settingsOf = async (more: Record<string, string> = {}): Promise<Settings> => ({
  PORT: String(await freePort()),
  OUTLOOK_PORT: String(await freePort()),
  PLAYGROUND_PORT: String(await freePort()),
  DATA_DIR: sandboxFolder(),
  ...more,
});

const freePorts = async (settings: Settings): Promise<string[]> => {
  const free = await Promise.all(PORTS.map((name) => isPortFree(Number(settings[name]))));
  return PORTS.filter((_, index) => free[index]);
};
const untilAllFree = (settings: Settings) =>
  expect.poll(() => freePorts(settings), { timeout: 15_000 }).toEqual([...PORTS]);

describe('npm start and what it starts', { timeout: 120_000 }, () => {
  test('killed with kill -9 it leaves nothing behind, starts again at once on the same folder, and ends with Ctrl-C', async () => {
    const settings = await settingsOf();
    const first = await npmStart(settings);
    expect(first.line).toContain(`Teams http://localhost:${settings.PLAYGROUND_PORT}`);
    expect(await freePorts(settings)).toEqual([]);
    process.kill(first.program, 'SIGKILL');
    await untilAllFree(settings);

    const second = await npmStart(settings);
    expect(await freePorts(settings)).toEqual([]);
    expect(await refusalOf({ ...(await settingsOf()), DATA_DIR: settings.DATA_DIR })).toEqual({
      code: 1,
      said: `The database in ${settings.DATA_DIR} is in use by another copy of the program: stop that one first, or choose another folder with DATA_DIR.\n`,
    });

    const ended = once(second.npm, 'exit');
    signalGroup(second.npm, 'SIGINT');
    await ended;
    await untilAllFree(settings);
    await expect.poll(() => isAlive(second.program)).toBe(false);
  });

  test('an owner.json that was cut off, and nobody there: the folder is taken; SIGTERM stops all of it', async () => {
    const settings = await settingsOf();
    await mkdir(settings.DATA_DIR, { recursive: true });
    await writeFile(join(settings.DATA_DIR, 'owner.json'), '{"host":');
    const { npm, program } = await npmStart(settings);
    const ended = once(npm, 'exit');
    process.kill(program, 'SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await freePorts(settings)).toEqual([...PORTS]);
  });
});

describe('npm start, and npm alone is told to end', { timeout: 120_000 }, () => {
  test('the program, its mailboxes and the Playground end too', async () => {
    const settings = await settingsOf();
    const { npm, program } = await npmStart(settings);
    expect(await freePorts(settings)).toEqual([]);
    npm.kill('SIGTERM');
    await untilAllFree(settings);
    await expect.poll(() => isAlive(program), { timeout: 15_000 }).toBe(false);
  });
});

describe('what cannot start says why in one sentence', { timeout: 60_000 }, () => {
  test.each(PORTS)('the port in %s is taken', async (name) => {
    const settings = await settingsOf();
    const taken = createServer().listen(Number(settings[name]), '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    expect(await refusalOf(settings)).toEqual({
      code: 1,
      said: `Port ${settings[name]} is in use: stop the program that has it, or choose another one with ${name}.\n`,
    });
  });

  test.each(['clock.json', 'keys.json', 'graph/calendars.json'])('%s is broken', async (name) => {
    const settings = await settingsOf();
    const file = join(settings.DATA_DIR, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '{"half":');
    const { code, said } = await refusalOf(settings);
    expect({ code, lines: said.split('\n').length - 1 }).toEqual({ code: 1, lines: 1 });
    expect(said).toContain(file);
    expect(said).toMatch(/[Dd]elete/);
  });

  test.each<[string, (database: string) => Promise<unknown>]>([
    ['is cut off', (database) => truncate(join(database, 'data/global/pg_control'), 100)],
    ['has lost its log', (database) => rm(join(database, 'data/pg_wal'), { recursive: true })],
    ['is empty, and must not be taken for a new one', (database) => rm(join(database, 'data'), { recursive: true })],
    [
      'was made by a newer version',
      async (database) => {
        const open = await PGlite.create({ dataDir: join(database, 'data') });
        await open.exec(`UPDATE "_prisma_migrations" SET "migration_name" = '9999_later'`);
        await open.close();
      },
    ],
  ])('the database %s: what to delete, and what is lost by it', async (_what, damage) => {
    const settings = await settingsOf({ PLAYGROUND: 'off' });
    const database = join(settings.DATA_DIR, 'database');
    copyEmptyDatabase(database);
    await damage(database);
    const { code, said } = await refusalOf(settings);
    expect({ code, lines: said.split('\n').length - 1 }).toEqual({ code: 1, lines: 1 });
    expect(said).toContain(`delete ${database} to begin anew. The cases in it are lost by it`);
  });

  test('owner.json was cut off, and the lock is held: what to stop or delete', async () => {
    const settings = await settingsOf({ PLAYGROUND: 'off' });
    await mkdir(join(settings.DATA_DIR, 'owner.lock'), { recursive: true });
    await writeFile(join(settings.DATA_DIR, 'owner.json'), '{"host":');
    const { code, said } = await refusalOf(settings);
    expect({ code, lines: said.split('\n').length - 1 }).toEqual({ code: 1, lines: 1 });
    expect(said).toContain(
      `delete ${settings.DATA_DIR}/owner.json and ${settings.DATA_DIR}/owner.lock. Nothing is lost`,
    );
  });

  test('something stands where a folder of its own shall be', async () => {
    const settings = await settingsOf({ PLAYGROUND: 'off' });
    await mkdir(settings.DATA_DIR, { recursive: true });
    await writeFile(join(settings.DATA_DIR, 'graph'), '');
    const sentence = `DATA_DIR cannot be used (EEXIST): delete ${settings.DATA_DIR}/graph to begin anew, what it holds is lost by it.\n`;
    expect(await refusalOf(settings)).toEqual({ code: 1, said: sentence });
  });

  test.each([
    ['a setting that cannot be read', { PORT: 'abc' }, 'PORT: '],
    ['a folder that is a file', { DATA_DIR: '/dev/null' }, 'DATA_DIR cannot be used ('],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      'The database in DATABASE_URL cannot be used (ECONNREFUSED)',
    ],
  ])('%s', async (_what, more, sentence) => {
    const { code, said } = await refusalOf(await settingsOf({ PLAYGROUND: 'off', ...more }));
    expect({ code, lines: said.split('\n').length - 1 }).toEqual({ code: 1, lines: 1 });
    expect(said).toContain(sentence);
  });
});
