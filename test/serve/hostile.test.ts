/**
 * 45: the program as production starts it, and what nobody of ours sends, over every route that it has. `HOSTILE=10000`
 * sends that many.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPostgres } from '../support/databases.ts';
import { startFramework } from '../support/framework-tokens.ts';
import { type Hostile, oddRequests, wrongBodies } from '../support/hostile-requests.ts';
import { programFile } from '../support/program.ts';
import { request, sendRaw, standing } from '../support/raw-http.ts';
import type { Told } from './measured-server.ts';
import { importedDatabase, type ProductionDatabase, settings } from './production.ts';

const REQUESTS = Number(process.env.HOSTILE ?? 500);
const AT_ONCE = 20;
/** What may be kept that was not there before: code that Node compiled, full caches. Ten thousand leave no more. */
const MORE_BYTES = 6 * 1024 * 1024;

describe.skipIf(!hasPostgres())('fault 45: hostile requests', () => {
  let place: ProductionDatabase;
  let temporary: string;
  let program: Awaited<ReturnType<typeof start>>;

  async function start() {
    const framework = await startFramework(new Date());
    const env = { ...settings(place.url), LOG_LEVEL: 'warn' };
    const child = fork(
      programFile('test/serve/measured-server.ts'),
      [programFile('bot/serve/server.ts'), JSON.stringify(env), JSON.stringify(framework.keys.jwks())],
      {
        execArgv: ['--expose-gc'],
        env: { PATH: process.env.PATH, TMPDIR: temporary },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    const ended = once(child, 'exit').then((): never => {
      throw new Error('the program ended');
    });
    ended.catch(() => undefined);
    const told = async (): Promise<Told> => ((await Promise.race([once(child, 'message'), ended])) as [Told])[0];
    const first = await told();
    if (!('port' in first)) throw new Error('no port');
    const heap = async (): Promise<number> => {
      const answer = told();
      child.send('heap');
      const measured = await answer;
      return 'heap' in measured ? measured.heap : 0;
    };
    return { ...first, child, heap, authorization: `Bearer ${await framework.token()}` };
  }

  beforeAll(async () => {
    place = await importedDatabase();
    temporary = await mkdtemp(join(tmpdir(), 'vastbus-hostile-'));
    program = await start();
  });
  afterAll(async () => {
    program?.child.kill('SIGKILL');
    await rm(temporary, { recursive: true, force: true });
    await place?.remove();
  });

  const isWell = async (): Promise<void> => {
    const signal = AbortSignal.timeout(2_000);
    expect((await fetch(`http://127.0.0.1:${program.port}/readyz`, { signal })).status).toBe(200);
    expect(program.child.exitCode).toBeNull();
    expect(await readdir(temporary)).toEqual([]);
  };

  test('every route × type × encoding: 415, 413 or 400, and nothing is written', async () => {
    const all = wrongBodies(program.routes, { Authorization: program.authorization });
    expect(program.routes.length).toBeGreaterThanOrEqual(6);
    expect(all.length).toBeGreaterThanOrEqual(400);
    const taken: string[] = [];
    for (const { name, bytes } of all) {
      const { status } = await sendRaw(program.port, ...bytes);
      if (![400, 413, 415].includes(status)) taken.push(`${name}: ${status}`);
    }
    expect(taken).toEqual([]);
    await isWell();
  });

  test('of somebody without a token the bot reads no body, and nobody else’s handshake is one', async () => {
    const [messages] = wrongBodies(
      program.routes.filter(({ path }) => path === '/api/messages'),
      {},
    );
    expect((await sendRaw(program.port, ...(messages?.bytes ?? []))).status).toBe(401);
    const shake = request('POST', '/api/messages?validationToken=x', { 'Content-Type': 'application/json' }, '{}');
    expect((await sendRaw(program.port, ...shake)).status).toBe(401);
  });

  test(`${REQUESTS} over every route: it answers within two seconds afterwards, and keeps nothing of them`, async () => {
    const kinds = [...oddRequests(program.routes), ...wrongBodies(program.routes, {})];
    // Each kind once, so that nothing is new to the program when its memory is measured.
    await sendAll(kinds);
    const before = await median(program.heap);
    await sendAll(Array.from({ length: REQUESTS }, (_, n) => kinds[(n * 7) % kinds.length] as Hostile));
    await isWell();
    const after = await median(program.heap);
    if (REQUESTS > 500) console.log(`heap in bytes: before ${before}, after ${REQUESTS} requests ${after}`);
    expect(after - before).toBeLessThan(MORE_BYTES);
  }, 600_000);

  async function sendAll(requests: readonly Hostile[]): Promise<void> {
    const waiting = [...requests];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await sendBriefly(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  /** Nobody waits for the end of a request that was never whole. */
  const sendBriefly = async ({ name, bytes }: Hostile): Promise<void> => {
    if (name.endsWith('cut in its headers')) (await standing(program.port, ...bytes)).destroy();
    else await sendRaw(program.port, ...bytes);
  };
});

async function median(measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let n = 0; n < 5; n++) measured.push(await measure());
  return measured.sort((a, b) => a - b)[2] ?? 0;
}
