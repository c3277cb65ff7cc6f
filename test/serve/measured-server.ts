/**
 * The program as production puts it together, in a process of its own that tells its routes and its memory. Only the keys
 * of the tokens are the test's.
 */
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { createLog } from '../../bot/log/log.ts';
import { configOf } from './production.ts';

export type Told = { port: number; routes: { method: string; path: string }[] } | { heap: number };

const [program = '', env = '{}', keys = '{}'] = process.argv.slice(2);
// The file that production starts, as it was made ready: it must stay one of its own.
const { startServer }: typeof import('../../bot/serve/server.ts') = await import(program);
const server = await startServer(configOf(JSON.parse(env) as Record<string, string>), {
  keys: createLocalJWKSet(JSON.parse(keys) as JSONWebKeySet),
  log: createLog({ key: 'k', level: 'warn' }),
});
const tell = (told: Told) => void process.send?.(told);

/** What is left when everything that can go is gone. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((done) => setImmediate(done));
  }
  return process.memoryUsage().heapUsed;
}
process.on('message', () => void heap().then((bytes) => tell({ heap: bytes })));
process.once('disconnect', () => process.exit());
tell({ port: server.port, routes: server.routes });
