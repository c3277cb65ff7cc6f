import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readServeConfig } from '../../bot/config/config.ts';
import { startServer } from '../../bot/serve/server.ts';
import { isPortFree } from '../../sandbox/port.ts';
import { signalGroup } from '../faults/npm-start.ts';
import { hasPostgres } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { lineOf } from '../support/lines-of.ts';
import { asAdmin } from '../support/postgres-admin.ts';
import { standing as stand } from '../support/raw-http.ts';
import { configOf, emptyDatabase, endOf, npmRunServe, type ProductionDatabase, run, settings } from './production.ts';

const serve = (env: Record<string, string>) => run('bot/serve/server.ts', env);
const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;

/** An upgrade, nothing, half a head and half a body. */
const HALF =
  'POST /graph/notifications HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
const STANDING = [
  'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  '',
  'GET /healthz HTTP/1.1\r\nHos',
  HALF,
];

describe('npm run serve does not start', () => {
  test('with an empty environment: every missing setting is listed, one a line, and nothing else', async () => {
    const reading = readServeConfig({});
    const missing = reading.ok ? [] : reading.missing;
    expect(missing.length).toBeGreaterThan(8);
    expect(await endOf(npmRunServe({}))).toEqual({ code: 1, output: '', errors: `${missing.join('\n')}\n` });
  });

  test.each(['', ' ', '""', 'undefined', '00000000-0000-0000-0000-000000000000'])(
    'with the app id %j, whatever else is set',
    async (id) => {
      const env = settings('postgresql://nobody@127.0.0.1:1/none');
      expect(readServeConfig({ ...env, MICROSOFT_APP_ID: id })).toEqual({
        ok: false,
        missing: [expect.stringMatching(/^MICROSOFT_APP_ID: /)],
      });
    },
  );

  test('with an empty app id that came past the settings', async () => {
    const config = configOf(settings('postgresql://nobody@127.0.0.1:1/none'));
    await expect(startServer({ ...config, appId: '' })).rejects.toThrow('the guard needs the app id');
  });

  test('when the database cannot be reached: one sentence, without the address and its password', async () => {
    const { code, output, errors } = await endOf(serve(settings('postgresql://bot:hemlig@127.0.0.1:1/vastbus')));
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^The database in DATABASE_URL cannot be used \(ECONNREFUSED\): [^\n]+\n$/);
    expect(errors).not.toContain('hemlig');
  });
});

describe.skipIf(!hasPostgres())('npm run serve on a database', () => {
  let place: ProductionDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    place = await emptyDatabase();
    env = settings(place.url);
  });
  afterAll(() => place.remove());

  const startsWith = async (dataKeys: string) => {
    const server = await startServer(configOf({ ...env, DATA_KEYS: dataKeys }));
    await server.stop();
  };

  test('remembers its keys: a lost or another key does not start, a new one beside the old does', async () => {
    await startsWith(key('k1', 1));
    await startsWith(key('k1', 1));
    const refusal = 'DATA_KEYS does not open what is sealed in the database';
    await expect(startsWith(key('k1', 2)), 'another key under the same id').rejects.toThrow(refusal);
    await expect(startsWith(key('k2', 2)), 'the old key is gone').rejects.toThrow(refusal);
    await startsWith(`${key('k1', 1)},${key('k2', 2)}`);
    await startsWith(`${key('k2', 2)},${key('k1', 1)}`);
    await expect(startsWith(key('k1', 1)), 'the new key is missing').rejects.toThrow(refusal);
    await startsWith(`${key('k1', 1)},${key('k2', 2)}`);
  });

  test('a damaged word of a key: one sentence that names its row; put back, it starts', async () => {
    const other = await emptyDatabase();
    const damaged = settings(other.url);
    await (await startServer(configOf(damaged))).stop();
    const write = (value: string) =>
      asAdmin(other.url, `UPDATE "Setting" SET "value" = to_jsonb('${value}'::text) WHERE "key" = 'dataKey:k1'`);
    const [row] = await asAdmin(other.url, `SELECT "value" #>> '{}' AS word FROM "Setting" WHERE "key" = 'dataKey:k1'`);
    const word = row?.word ?? '';
    for (const broken of [`${word.slice(0, -1)}${word.endsWith('A') ? 'Q' : 'A'}`, 'v1.k1', '']) {
      await write(broken);
      const said = /^DATA_KEYS does not open .+ row dataKey:k1\).+ OPERATIONS\.md\.$/;
      await expect(startServer(configOf(damaged))).rejects.toThrow(said);
    }
    await write(word);
    await (await startServer(configOf(damaged))).stop();
    await other.remove();
  });

  test('a user who may not make the tables: which privilege is missing, and where it says how to give it', async () => {
    const other = await emptyDatabase();
    const name = `poor_${randomBytes(4).toString('hex')}`;
    await asAdmin(other.url, `CREATE ROLE ${name} LOGIN PASSWORD 'hemlig'`);
    const url = other.url.replace(/\/\/[^@]*@/, `//${name}:hemlig@`);
    const { code, errors } = await endOf(serve(settings(url)));
    await asAdmin(other.url, `DROP ROLE ${name}`);
    await other.remove();
    expect(code).toBe(1);
    expect(errors).toMatch(/^The database user in DATABASE_URL lacks a privilege \(42501\): [^\n]+OPERATIONS\.md\.\n$/);
  });

  test('two copies that are the first ever to start, with different keys: only one does', async () => {
    const fresh = await emptyDatabase();
    const starts = await Promise.allSettled(
      [1, 2].map((byte) => startServer(configOf({ ...settings(fresh.url), DATA_KEYS: key('k1', byte) }))),
    );
    for (const start of starts) if (start.status === 'fulfilled') await start.value.stop();
    await fresh.remove();
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a taken port: one sentence, exit code 1', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ended = await endOf(serve({ ...env, DATA_KEYS: `${key('k2', 2)},${key('k1', 1)}`, PORT: String(port) }));
    other.close();
    const sentence = `Port ${port} is in use: stop the program that has it, or choose another one with PORT.\n`;
    expect(ended).toEqual({ code: 1, output: '', errors: sentence });
  });

  test('npm run serve, and npm alone is told to end: the program ends too, as at any SIGTERM', async () => {
    const port = await freePort();
    const dataKeys = `${key('k2', 2)},${key('k1', 1)}`;
    const npm = npmRunServe({ ...env, DATA_KEYS: dataKeys, PORT: String(port), LOG_LEVEL: 'info' });
    onTestFinished(() => signalGroup(npm, 'SIGKILL'));
    const ended = endOf(npm);
    await lineOf(npm, /"serve.ready"/);
    npm.kill('SIGTERM');
    // Its output ends with the last process that has it.
    expect((await ended).output).toContain('"serve.stopped"');
    expect(await isPortFree(port)).toBe(true);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'fault 46: runs with every setting, keeps strangers out, and stops at %s within ten seconds, whoever stands at the door',
    async (signal) => {
      const port = await freePort();
      const child = serve({
        ...env,
        DATA_KEYS: `${key('k2', 2)},${key('k1', 1)}`,
        PORT: String(port),
        LOG_LEVEL: 'info',
      });
      const ended = endOf(child);
      await lineOf(child, /"serve.ready"/);
      const bot = `http://127.0.0.1:${port}`;
      expect((await fetch(`${bot}/healthz`)).status).toBe(200);
      expect((await fetch(`${bot}/readyz`)).status).toBe(200);
      const unsigned = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"type":"message"}' };
      expect((await fetch(`${bot}/api/messages`, unsigned)).status).toBe(401);
      const standing = await Promise.all(
        STANDING.flatMap((bytes) => Array.from({ length: 100 }, () => stand(port, bytes))),
      );
      expect(standing).toHaveLength(400);
      const began = Date.now();
      child.kill(signal);
      const { code, output, errors } = await ended;
      expect(Date.now() - began).toBeLessThan(10_000);
      expect([code, errors]).toEqual([0, '']);
      expect(
        output
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { event: string }).event)
          // Of two lines that are written as the process ends, either may be the first.
          .sort(),
      ).toEqual(['guard.refused', 'serve.ready', 'serve.stopped']);
    },
  );
});
